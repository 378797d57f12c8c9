/** The block in WordPress's editor: a place where it will stand, and its settings. Plain calls of what WordPress loads: nothing to build. */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: make } = element;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = components;
  const say = (/** @type {string} */ text) => i18n.__(text, "cotton-origin");

  const LANGUAGES = { "": "That of the page", ...COTTON_ORIGIN_LANGUAGE_NAMES };
  const REGIONS = { "": "The Uyghur Region", "east-turkistan": "East Turkistan", xinjiang: "Xinjiang" };
  const THEMES = { "": "By the page’s ground, else the reader’s device", page: "As the page is set", light: "Always light", dark: "Always dark" };

  const QUESTIONS = "@questions@";
  const SECTIONS = "detail why notes limits stages claims wardrobe share";

  /** @param {{ attributes: Record<string, unknown>, setAttributes: (changed: Record<string, unknown>) => void }} block */
  function edit({ attributes, setAttributes }) {
    const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ help = "") => ({ label: say(label), help: help && say(help), value: attributes[name], onChange: (/** @type {unknown} */ value) => setAttributes({ [name]: value }), __nextHasNoMarginBottom: true });
    const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {Record<string, string>} */ all) => make(SelectControl, { ...field(name, label), __next40pxDefaultSize: true, options: Object.entries(all).map(([value, text]) => ({ value, label: say(text) })) });
    const text = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ help) => make(TextControl, { ...field(name, label, help), __next40pxDefaultSize: true });
    const names = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ all) => text(name, label, `${say("Empty for all, or some of these, by spaces:")} ${all}`);
    return make(
      "div",
      useBlockProps(),
      make(
        InspectorControls,
        {},
        make(
          PanelBody,
          { title: say("What it shows") },
          select("lang", "Language", LANGUAGES),
          select("region", "What the Region is called", REGIONS),
          text("market", "Where your readers buy", "The two letters of a country, such as US, or EU. Readers can say otherwise. Empty: they are asked."),
          select("theme", "Light or dark", THEMES),
          make(ToggleControl, { ...field("compact", "Compact"), checked: attributes["compact"] }),
          names("questions", "Questions to ask", QUESTIONS),
          names("sections", "Sections below the answer", SECTIONS),
        ),
        make(PanelBody, { title: say("What readers can do") }, text("action", "What your link says", "For example: Ask your shop"), text("link", "Where it leads", "It begins with https://")),
      ),
      // Without an icon: those that WordPress has by name are missing where it shows the page in a frame.
      make(Placeholder, { label: "Cotton Origin", instructions: say("The estimate stands here on the page. Its settings are beside the editor.") }),
    );
  }

  // Dynamic: what stands in the page is made when it is shown, so that a newer script has its own digest.
  blocks.registerBlockType("cotton-origin/estimate", { edit, save: () => null });
})(/** @type {any} */ (globalThis).wp);
