//! oEmbed, <https://oembed.com/>: lets other sites embed our page when they are given its address.
//!
//! oEmbed needs absolute addresses, which a static site cannot know, so this is made only if the build is given the address.

use crate::files;
use crate::published::PAGE;
use crate::run::say;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::path::Path;

/// The oEmbed response.
const FILE: &str = "oembed.json";

/// The pages that link to the response.
const PAGES: [&str; 2] = [PAGE, FRAME];

/// The page inside the frame, and the frame's accessible name.
const FRAME: &str = "embed.html";
const TITLE: &str = "Where this cotton likely grew";

/// What names the picture that chats show, in the source.
const PICTURE: &str = "<meta property=\"og:image\" content=\"";

/// In CSS pixels. The consumer chooses the width; the height is fixed, as our script does not run in the embedding page.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 900;

/// A day, in seconds.
const CACHE_AGE: u32 = 86_400;

/// Where a site will be: an http or https address without a slash at its end.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Address(String);

impl Address {
    pub(crate) fn read(text: &str) -> Result<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let Some(rest) = rest.filter(|rest| rest.starts_with(|first: char| first.is_alphanumeric() || first == '['))
        else {
            bail!("`{text}` is not an address: it begins with https:// and a name");
        };
        // Characters that would need escaping in HTML, and parts that the address of a folder does not have.
        let odd = rest.chars().find(|&each| !(each.is_alphanumeric() || "-._~:/[]%@+".contains(each)));
        ensure!(odd.is_none(), "`{text}` is not the address of a folder: it has `{}` in it", odd.unwrap_or_default());
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// A folder of it.
    pub(crate) fn folder(&self, name: &str) -> Self {
        Self(format!("{}/{name}", self.0))
    }
}

/// Writes the response into a site, and links to it into its pages.
pub(crate) fn add(site: &Path, address: &Address) -> Result<()> {
    say(&format!("oEmbed for {}", address.0));
    let text = format!("{:#}\n", answer(address));
    files::write(&site.join(FILE), text)?;
    for page in PAGES {
        let path = site.join(page);
        let html = files::read_text(&path)?;
        let led = with_link(&html, address).with_context(|| format!("{page} has no head to lead from"))?;
        files::write(&path, led)?;
    }
    Ok(())
}

/// For tests: writes the pages as with an address, and the response, into a separate folder.
pub(crate) fn write_sample(site: &Path, folder: &Path, address: &Address) -> Result<()> {
    files::empty(folder)?;
    for page in PAGES {
        files::copy(&site.join(page), &folder.join(page))?;
    }
    add(folder, address)
}

/// `frameborder` is obsolete, but consumers keep it, while they remove a style.
fn answer(Address(address): &Address) -> Value {
    let frame = format!(
        "<iframe src=\"{address}/{FRAME}\" title=\"{TITLE}\" width=\"100%\" height=\"{HEIGHT}\" frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
    json!({
        "type": "rich",
        "version": "1.0",
        "title": "How much of this cotton was grown in the Uyghur Region?",
        "provider_name": "Cotton Origin",
        "provider_url": format!("{address}/"),
        "cache_age": CACHE_AGE,
        "html": frame,
        "width": WIDTH,
        "height": HEIGHT,
    })
}

/// The page with a link to the response in its head, and with the picture for chats at its full address: few of them resolve another.
fn with_link(html: &str, Address(address): &Address) -> Option<String> {
    let (head, rest) = html.split_once("  </head>")?;
    let head = head.replace(PICTURE, &PICTURE.replace("content=\"", &format!("content=\"{address}/")));
    let link = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}/{FILE}\" title=\"{TITLE}\">"
    );
    Some(format!("{head}    {link}\n  </head>{rest}"))
}

#[cfg(test)]
mod tests {
    use super::{Address, answer, with_link};

    fn address(text: &str) -> Option<String> {
        Address::read(text).ok().map(|Address(address)| address)
    }

    #[test]
    fn an_address_is_that_of_a_folder() {
        assert_eq!(address("https://cotton.example/").as_deref(), Some("https://cotton.example"));
        assert_eq!(address("http://127.0.0.1:8080/a/b").as_deref(), Some("http://127.0.0.1:8080/a/b"));
        for bad in [
            "",
            "cotton.example",
            "ftp://a.example",
            "https://",
            "https:///a",
            "https://a.example/\"x",
            "https://a.example/?b",
            "https://a.example/#b",
            "https://a b",
        ] {
            assert_eq!(address(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_link_stands_in_the_head_and_leads_to_the_answer() {
        let page = "<head>\n    <title>x</title>\n  </head>\n<body></body>";
        let led = with_link(page, &Address("https://a.example".to_owned())).expect("it has a head");
        assert!(led.contains("</title>\n    <link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://a.example/oembed.json\""));
        assert!(led.ends_with(">\n  </head>\n<body></body>"));
        let pictured = page.replace("<title>", "<meta property=\"og:image\" content=\"chat.png\"><title>");
        let led = with_link(&pictured, &Address("https://a.example".to_owned())).expect("it has a head");
        assert!(led.contains("<meta property=\"og:image\" content=\"https://a.example/chat.png\">"));
        assert_eq!(with_link("<p>", &Address(String::new())), None);
    }

    #[test]
    fn the_frame_is_as_high_as_is_said() {
        let answer = answer(&Address("https://a.example".to_owned()));
        let frame = answer["html"].as_str().expect("a rich answer has html");
        assert!(frame.contains(&format!(" height=\"{}\"", answer["height"])));
    }
}
