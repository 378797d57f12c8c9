/** The block in WordPress's editor: a place where it will stand, and its settings. Plain calls of what WordPress loads: nothing to build. */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: make } = element;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = components;
  const say = (/** @type {string} */ text) => i18n.__(text, "cotton-origin");

  const LANGUAGES = { "": say("That of the page"), ...COTTON_ORIGIN_LANGUAGE_NAMES };
  const REGIONS = { "": say("The Uyghur Region"), "east-turkistan": say("East Turkistan"), xinjiang: say("Xinjiang") };
  const THEMES = { "": say("By the page’s background, else by the reader’s device"), page: say("As the page is set"), light: say("Always light"), dark: say("Always dark") };

  const QUESTIONS = "@questions@";
  const SECTIONS = "detail why notes limits stages claims wardrobe share";

  /** @param {{ attributes: Record<string, unknown>, setAttributes: (changed: Record<string, unknown>) => void }} block */
  function edit({ attributes, setAttributes }) {
    const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ help = "") => ({ label, help, value: attributes[name], onChange: (/** @type {unknown} */ value) => setAttributes({ [name]: value }), __nextHasNoMarginBottom: true });
    const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {Record<string, string>} */ all) => make(SelectControl, { ...field(name, label), __next40pxDefaultSize: true, options: Object.entries(all).map(([value, label]) => ({ value, label })) });
    const text = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ help) => make(TextControl, { ...field(name, label, help), __next40pxDefaultSize: true });
    const names = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ all) => text(name, label, `${say("Empty for all, or some of these, with spaces between them:")} ${all}`);
    return make(
      "div",
      useBlockProps(),
      make(
        InspectorControls,
        {},
        make(
          PanelBody,
          { title: say("What it shows") },
          select("lang", say("Language"), LANGUAGES),
          select("region", say("What the Region is called"), REGIONS),
          text("market", say("Where your readers buy"), say("The two letters of a country, such as US, or EU. Readers can change it. If this is empty, they are asked.")),
          select("theme", say("Light or dark"), THEMES),
          make(ToggleControl, { ...field("compact", say("Compact")), checked: attributes["compact"] }),
          names("questions", say("Questions to ask"), QUESTIONS),
          names("sections", say("What stands below the answer"), SECTIONS),
        ),
        make(PanelBody, { title: say("What readers can do") }, text("action", say("What your link says"), say("For example: Ask your shop")), text("link", say("Where it leads"), say("It begins with https://"))),
      ),
      // Without an icon: those that WordPress has by name are missing where it shows the page in a frame.
      make(Placeholder, { label: "Cotton Origin", instructions: say("The estimate stands here on the page. Its settings are beside the editor.") }),
    );
  }

  // Dynamic: what stands in the page is made when it is shown, so that a newer script has its own digest.
  blocks.registerBlockType("cotton-origin/estimate", { edit, save: () => null });
})(/** @type {any} */ (globalThis).wp);
