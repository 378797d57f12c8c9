//! Names of countries from ICU, as browsers have them.

use cotton_origin::Place;
use cotton_origin_label::Names;
use icu_experimental::displaynames::{DisplayNamesOptions, Style, multi::RegionDisplayNames};

/// What `Intl.DisplayNames` gives, with the same options as in `src/bindings.rs`.
pub(crate) struct Icu;

impl Names for Icu {
    fn names(&self, language: &str) -> Vec<(Place, String)> {
        let Ok(locale) = language.parse::<icu_locale_core::Locale>() else { return Vec::new() };
        let mut names = Vec::new();
        for style in [Style::Short, Style::Long] {
            let mut options = DisplayNamesOptions::default();
            options.style = Some(style);
            let Ok(display) = RegionDisplayNames::try_new((&locale).into(), options) else { continue };
            for place in Place::all() {
                if let Some(name) = place.code().parse().ok().and_then(|region| display.of(region)) {
                    names.push((place, name.to_owned()));
                }
            }
        }
        names
    }
}
