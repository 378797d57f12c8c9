//! Every version of the figures that was ever published, with its method: they stand in the changelog's headings, and nowhere else.

/// A version of the figures, and the method that answers were made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Such as `2026.2`.
    pub figures: String,
    /// Such as `2`.
    pub method: String,
}

/// Newest first, as the changelog has them. The method of a version of the figures is the heading `### Method` before its `### Figures`.
///
/// # Errors
/// A sentence, where no version is named, or one without its method.
pub fn published(changelog: &str) -> Result<Vec<Published>, String> {
    let mut method = None;
    let mut all = Vec::new();
    for line in changelog.lines() {
        if let Some(version) = line.strip_prefix("### Method ") {
            method = Some(version.trim().to_owned());
        }
        if let Some(version) = line.strip_prefix("### Figures ") {
            let figures = version.trim().to_owned();
            let method = method
                .clone()
                .ok_or_else(|| format!("CHANGELOG.md: figures {figures} stand before any `### Method`"))?;
            all.push(Published { figures, method });
        }
    }
    if all.is_empty() { Err("CHANGELOG.md: no heading says `### Figures`".into()) } else { Ok(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_with_the_method_above_it() {
        let all =
            published("### Method 2\n\n### Figures 2026.3\n\n### Figures 2026.2\n### Method 1\n### Figures 2026.1\n");
        let told: Vec<String> =
            all.expect("versions").iter().map(|one| format!("{} {}", one.figures, one.method)).collect();
        assert_eq!(told, ["2026.3 2", "2026.2 2", "2026.1 1"]);
        assert!(published("### Figures 2026.1").is_err() && published("### Method 1").is_err());
    }
}
