//! What only the owner of a copy knows, and gives to the build: where it will be, and who corrects what it says. No address is made up.

use crate::oembed::Address;
use anyhow::{Result, ensure};
use serde::Serialize;

/// What an owner says of a copy.
#[derive(clap::Args, Clone, Debug, Default)]
pub(crate) struct Owner {
    /// Where the site will be, such as <https://cotton.example>: its pages then lead to an oembed.json
    #[arg(long, value_parser = Address::read)]
    pub(crate) address: Option<Address>,
    /// Where readers report what is wrong, such as mailto:figures@cotton.example: it stands on the method page and on those for native readers
    #[arg(long, value_name = "ADDRESS", value_parser = Corrections::read)]
    pub(crate) corrections: Option<Corrections>,
}

/// Where corrections go: an address of mail, or of a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Corrections {
    /// As a link takes it.
    address: String,
    /// As readers see it.
    shown: String,
}

impl Corrections {
    pub(crate) fn read(text: &str) -> Result<Self> {
        let mail = text.strip_prefix("mailto:");
        let whole = match mail {
            Some(mail) => mail.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
            None => text.strip_prefix("https://").is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
        };
        ensure!(whole, "`{text}` is no address for corrections: it begins with mailto: or https://");
        let odd = text.chars().find(|&each| each.is_whitespace() || each.is_control() || "\"'<>`\\".contains(each));
        ensure!(odd.is_none(), "`{text}` is no address: it has `{}` in it", odd.unwrap_or_default());
        Ok(Self { address: text.to_owned(), shown: mail.unwrap_or(text).to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::Corrections;

    #[test]
    fn an_address_for_corrections_is_of_mail_or_of_a_page() {
        let shown = |text| Corrections::read(text).map(|read| read.shown).ok();
        assert_eq!(shown("mailto:figures@cotton.example").as_deref(), Some("figures@cotton.example"));
        assert_eq!(shown("https://cotton.example/wrong?").as_deref(), Some("https://cotton.example/wrong?"));
        for bad in [
            "",
            "figures@cotton.example",
            "mailto:",
            "mailto:@a.example",
            "mailto:a@b",
            "http://a.example",
            "https://",
            "https:///a",
            "javascript:alert(1)",
            "mailto:a@b.example\" onclick=\"",
            "https://a.example/<b>",
            "mailto:a b@c.example",
        ] {
            assert_eq!(shown(bad), None, "{bad}");
        }
    }
}
