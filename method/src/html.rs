//! Text into HTML.

/// Text as HTML shows it, in an element or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// The anchor of a figure's row: `china-processed[*.any]` is at `figure-china-processed-other.any`.
pub(crate) fn anchor(id: &str) -> String {
    format!("figure-{}", id.replace('[', "-").replace(']', "").replace('*', "other"))
}

/// A link to an address outside. Only `http` and `https` are followed.
pub(crate) fn outward(address: &str, text: &str) -> String {
    let known = address.starts_with("https://") || address.starts_with("http://");
    let text = escape(text);
    if known { format!("<a href=\"{}\" rel=\"noreferrer\">{text}</a>", escape(address)) } else { text }
}

/// A number as the data files write it.
pub(crate) fn number(value: f64) -> String {
    value.to_string()
}

/// A share as so many in 100, to one decimal.
pub(crate) fn hundred(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

/// Tables with their roles said: where they stack on a phone they are laid out as blocks, and browsers then forget that they are
/// tables.
pub(crate) fn with_roles(page: &str) -> String {
    const ROLES: [(&str, &str); 7] = [
        ("<table", "table"),
        ("<thead", "rowgroup"),
        ("<tbody", "rowgroup"),
        ("<tr", "row"),
        ("<th scope=\"col\"", "columnheader"),
        ("<th scope=\"row\"", "rowheader"),
        ("<td", "cell"),
    ];
    ROLES.iter().fold(page.to_owned(), |page, (tag, role)| page.replace(tag, &format!("{tag} role=\"{role}\"")))
}

#[cfg(test)]
mod tests {
    use super::{anchor, escape, number, outward, with_roles};

    #[test]
    fn tables_say_their_roles() {
        let table = r#"<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td class="b">c</td></tr></tbody></table>"#;
        let roles = r#"<table role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">a</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" class="b">c</td></tr></tbody></table>"#;
        assert_eq!(with_roles(table), roles);
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escape("<a href=\"x\">it's & so</a>"), "&lt;a href=&quot;x&quot;&gt;it&#39;s &amp; so&lt;/a&gt;");
        assert_eq!(outward("javascript:alert(1)", "a"), "a");
    }

    #[test]
    fn anchors_are_plain() {
        assert_eq!(anchor("china-processed[*.any]"), "figure-china-processed-other.any");
    }

    #[test]
    fn numbers_are_as_written() {
        assert_eq!([0.133_333, 170.0, 0.002].map(number), ["0.133333", "170", "0.002"]);
    }
}
