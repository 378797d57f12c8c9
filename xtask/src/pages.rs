//! Renders the pages of `www`, which are templates. `www/templates` has what they share.
//!
//! A page that has texts in `www/locales` is rendered in each of their languages, too: `host.html` in German is `host.de.html`. That for native
//! readers is rendered in every language but English.
//! A page's content security policy allows its inline scripts by their digests, which are computed here.

mod readers;
pub(crate) mod said;
mod spoken;

use crate::files;
use crate::languages::{Direction, Language};
use crate::owner::Owner;
use crate::rooms::ENGLISH;
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use said::{English, Texts};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The folder with the shared templates.
pub(crate) const SHARED: &str = "templates";

/// A rendered page, with its name in the site.
#[derive(Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) html: String,
}

/// The templates of `www`, and what they know.
struct Templates {
    all: Environment<'static>,
    /// The pages among them; last the one that shows what the others say.
    names: Vec<String>,
    english: English,
    known: Value,
}

impl Templates {
    fn read(root: &Path, languages: &[Language], questions: &[String], owner: &Owner) -> Result<Self> {
        let (mut all, mut names) = templates(&root.join("www"))?;
        names.sort_by_key(|name| name == readers::PAGE);
        let english = English::default();
        english.listen(&mut all);
        spoken::tell(&mut all, root, languages);
        let known = context! {
            languages => Serde(languages),
            questions => Serde(questions),
            corrections => Serde(&owner.corrections),
            ..spoken::sentences(root)?
        };
        Ok(Self { all, names, english, known })
    }

    /// What a page says in English.
    fn said(&self, name: &str) -> Result<Texts> {
        // What the page before said when it was rendered in each language.
        self.english.take();
        in_languages(&self.all, name, &self.known, vec![(InLanguage::english(name), Texts::new())])?;
        Ok(self.english.take())
    }
}

/// Renders every page at the top of `www`, in every language that it is translated into.
pub(crate) fn render(root: &Path, languages: &[Language], questions: &[String], owner: &Owner) -> Result<Vec<Page>> {
    let templates = Templates::read(root, languages, questions, owner)?;
    let mut pages = Vec::new();
    let mut said = BTreeMap::new();
    for name in &templates.names {
        let english = templates.said(name)?;
        let for_readers = name == readers::PAGE;
        let mut versions = Vec::new();
        if !for_readers {
            versions.push((InLanguage::english(name), Texts::new()));
        }
        for language in languages.iter().filter(|language| language.id != ENGLISH) {
            let translation = said::translation(root, name, language, &english)?;
            let own = if for_readers { Some(translation.unwrap_or_default()) } else { translation };
            versions.extend(own.map(|texts| (InLanguage::of(name, language), texts)));
        }
        said.insert(room(name).to_owned(), english);
        let known = &templates.known;
        let known = if for_readers { readers::known(root, languages, &said, known)? } else { known.clone() };
        pages.extend(in_languages(&templates.all, name, &known, versions)?);
    }
    Ok(pages)
}

/// The room of a page's translations.
fn room(page: &str) -> &str {
    page.trim_end_matches(".html")
}

/// What the pages say in English, by their rooms.
pub(crate) fn english(
    root: &Path,
    languages: &[Language],
    questions: &[String],
    owner: &Owner,
) -> Result<BTreeMap<String, Texts>> {
    let templates = Templates::read(root, languages, questions, owner)?;
    templates.names.iter().map(|name| Ok((room(name).to_owned(), templates.said(name)?))).collect()
}

/// A page in each of its languages: each knows all of them.
fn in_languages(
    templates: &Environment<'_>,
    name: &str,
    known: &Value,
    versions: Vec<(InLanguage, Texts)>,
) -> Result<Vec<Page>> {
    let all: Vec<_> = versions.iter().map(|(version, _)| version.clone()).collect();
    let one = |(version, translation): (InLanguage, Texts)| {
        let known = context! {
            page => Serde(&version),
            versions => Serde(&all),
            translation => Serde(translation),
            ..known.clone()
        };
        Ok(Page { html: page(templates, name, &known)?, name: version.address })
    };
    versions.into_iter().map(one).collect()
}

/// A page in one language.
#[derive(Clone, Serialize)]
struct InLanguage {
    language: String,
    /// The language's name in the language itself.
    name: String,
    direction: Direction,
    /// Beside the English one: `host.de.html`.
    address: String,
}

impl InLanguage {
    fn english(page: &str) -> Self {
        let (language, name) = (ENGLISH.to_owned(), "English".to_owned());
        Self { language, name, direction: Direction::Ltr, address: page.to_owned() }
    }

    fn of(page: &str, Language { id, name, direction }: &Language) -> Self {
        Self { language: id.clone(), name: name.clone(), direction: *direction, address: said::address(page, id) }
    }
}

/// All templates of `www`, and the names of the pages among them.
fn templates(www: &Path) -> Result<(Environment<'static>, Vec<String>)> {
    let mut templates = Environment::new();
    // An undefined name is an error, not an empty text.
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    templates.set_syntax(syntax.build()?);
    let mut pages = Vec::new();
    for file in files::list(www)? {
        let name = files::address(&file);
        if file.extension().is_some_and(|extension| extension == "html") {
            templates
                .add_template_owned(name.clone(), files::read_text(&www.join(&file))?)
                .with_context(|| format!("www/{name} is no template"))?;
            if file.parent() == Some(Path::new("")) {
                pages.push(name);
            }
        }
    }
    Ok((templates, pages))
}

/// Renders twice: the policy comes first in the page, but needs the digests of the scripts that come after it.
fn page(templates: &Environment<'_>, name: &str, known: &Value) -> Result<String> {
    let filled = |inline: &[String]| {
        let template = templates.get_template(name)?;
        template
            .render(context! { inline => Serde(inline), ..known.clone() })
            .with_context(|| format!("www/{name} cannot be filled in"))
    };
    filled(&inline_scripts(&filled(&[])?))
}

/// The digests of a page's inline scripts, as sources of a content security policy.
pub(crate) fn inline_scripts(html: &str) -> Vec<String> {
    let scripts = html.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next());
    scripts.map(|script| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script)))).collect()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::files;
    use crate::languages::{Direction, Language};
    use crate::owner::{Corrections, Owner};

    const ARABIC: &str = "ar";

    fn pages(template: &str) -> anyhow::Result<Vec<String>> {
        pages_of(template, &Owner::default())
    }

    fn pages_of(template: &str, owner: &Owner) -> anyhow::Result<Vec<String>> {
        let root = tempfile::tempdir()?;
        files::write(&root.path().join("www/index.html"), template)?;
        files::write(
            &root.path().join("www/templates/head.html"),
            "<meta content=\"{{ inline | join(' ') | safe }}\">\n",
        )?;
        let language = Language { id: ARABIC.into(), name: "A & B".into(), direction: Direction::Rtl };
        Ok(render(root.path(), &[language], &[], owner)?.into_iter().map(|page| page.html).collect())
    }

    #[test]
    fn a_page_has_what_all_share_and_the_digests_of_its_scripts() {
        let page = "{% include \"templates/head.html\" %}\n<script>1</script><script src=\"a.js\"></script>\n";
        // From `printf 1 | openssl dgst -sha256 -binary | base64`.
        let digest = "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='";
        let filled = format!("<meta content=\"{digest}\">\n<script>1</script><script src=\"a.js\"></script>\n");
        assert_eq!(pages(page).expect("it is a template"), [filled]);
    }

    #[test]
    fn a_page_says_where_corrections_go_if_the_owner_does() {
        let line =
            "{% if corrections %}{{ corrections.shown }}: {{ corrections.address }}{% else %}nobody said{% endif %}";
        assert_eq!(pages(line).expect("it is a template"), ["nobody said"]);
        let owner = Owner { corrections: Corrections::read("mailto:a@b.example").ok(), ..Owner::default() };
        assert_eq!(pages_of(line, &owner).expect("it is a template"), ["a@b.example: mailto:a@b.example"]);
    }

    #[test]
    fn a_page_is_there_in_each_language_that_has_its_texts() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: &str| files::write(&root.path().join(name), text).expect("a file can be written");
        let template = "<html lang=\"{{ page.language }}\" dir=\"{{ page.direction }}\">{% for each in versions %} {{ each.address }}{% endfor %} {% filter say(\"a\") %}<b>A</b>{% endfilter %}\n";
        put("www/host.html", template);
        put("www/locales/host/ar.json", r#"{"a":"<b>B</b>"}"#);
        let language = Language { id: ARABIC.into(), name: "A".into(), direction: Direction::Rtl };
        let rendered = || render(root.path(), std::slice::from_ref(&language), &[], &Owner::default());
        let pages = rendered().expect("both can be made");
        let made: Vec<_> = pages.iter().map(|page| (page.name.as_str(), page.html.as_str())).collect();
        assert_eq!(
            made,
            [
                ("host.html", "<html lang=\"en\" dir=\"ltr\"> host.html host.ar.html <b>A</b>"),
                ("host.ar.html", "<html lang=\"ar\" dir=\"rtl\"> host.html host.ar.html <b>B</b>"),
            ]
        );
        put("www/locales/host/ar.json", r#"{"a":"<i>B</i>"}"#);
        let problem = rendered().err().expect("its markup is another").to_string();
        assert!(problem.starts_with("www/locales/host/ar.json does not fit www/host.html:\n  a has"), "{problem}");
    }

    #[test]
    fn the_page_for_readers_is_there_in_each_language_but_english_with_what_the_others_say() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: &str| files::write(&root.path().join(name), text).expect("a file can be written");
        put("Cargo.toml", "[workspace.package]\nversion = \"1.2.3\"\n");
        put(
            "www/read.html",
            "{{ version | default(0) }}{% filter say(\"a\") %}A{% endfilter %}{% for part in (parts | default({}))[page.language] | default([]) %}{% for message in part.messages %} {{ message.id }}: {{ message.lines[0].own }} = {{ message.lines[0].english }}{% endfor %}{% endfor %}",
        );
        put("www/zoo.html", "{% filter say(\"z\") %}Z{% endfilter %}");
        put("www/locales/zoo/ar.json", r#"{"z":"zed"}"#);
        let language = |id: &str| Language { id: id.into(), name: id.into(), direction: Direction::Ltr };
        let rendered = || render(root.path(), &[language("en"), language(ARABIC)], &[], &Owner::default());
        let read = |pages: Vec<super::Page>| -> Vec<(String, String)> {
            pages.into_iter().map(|page| (page.name, page.html)).filter(|(name, _)| name.starts_with("read")).collect()
        };
        let untranslated = ("read.ar.html".to_owned(), "1.2.3A z: zed = Z".to_owned());
        assert_eq!(read(rendered().expect("it can be made")), [untranslated]);
        put("www/locales/read/ar.json", r#"{"a":"alif"}"#);
        let translated = ("read.ar.html".to_owned(), "1.2.3alif a: alif = A z: zed = Z".to_owned());
        assert_eq!(read(rendered().expect("it can be made")), [translated]);
    }

    #[test]
    fn text_is_escaped_and_what_nothing_has_is_an_error() {
        let list =
            "{% for each in languages %}\n{{ each.language }} {{ each.name }} {{ each.direction }}\n{% endfor %}\n";
        assert_eq!(pages(list).expect("it is a template"), ["ar A &amp; B rtl\n"]);
        let problem = pages("{{ lnguages }}").expect_err("nothing is called so");
        assert_eq!(problem.to_string(), "www/index.html cannot be filled in");
        assert_eq!(pages("{% if %}").expect_err("it has no end").to_string(), "www/index.html is no template");
    }
}
