//! Setting text: paragraphs wrapped to a width, tables in columns, lists with a mark.
//!
//! Width is counted in characters: the languages of the product need no more.

/// Columns of a line of prose.
const WIDTH: usize = 92;

/// A page that grows downwards.
#[derive(Debug, Default)]
pub(crate) struct Page(String);

impl Page {
    /// A page that begins with a finding.
    pub(crate) fn titled(title: &str) -> Self {
        let mut page = Self::default();
        page.prose(title);
        page
    }

    /// A paragraph; nothing for an empty one.
    pub(crate) fn prose(&mut self, text: &str) -> &mut Self {
        self.indented("", text)
    }

    /// A paragraph that hangs below its first mark.
    pub(crate) fn item(&mut self, text: &str) -> &mut Self {
        self.indented("  · ", text)
    }

    /// A heading with an empty line above it.
    pub(crate) fn heading(&mut self, text: &str) -> &mut Self {
        self.gap();
        self.prose(text)
    }

    /// A heading and items under it; nothing when there are no items.
    pub(crate) fn list<S: AsRef<str>>(&mut self, heading: &str, items: &[S]) -> &mut Self {
        if !items.is_empty() {
            self.heading(heading);
            for item in items {
                self.item(item.as_ref());
            }
        }
        self
    }

    /// Rows in columns; `right` names the columns of numbers.
    pub(crate) fn table(&mut self, rows: &[Vec<String>], right: &[usize]) -> &mut Self {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|c| rows.iter().filter_map(|r| r.get(c)).map(|t| width(t)).max())
            .map(Option::unwrap_or_default)
            .collect();
        for row in rows {
            let cells = row.iter().enumerate().map(|(c, text)| {
                let pad = " ".repeat(widths[c] - width(text));
                if right.contains(&c) {
                    format!("{pad}{text}")
                } else {
                    format!("{text}{pad}")
                }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            self.line(&format!("  {}", line.trim_end()));
        }
        self
    }

    /// An empty line, never two.
    pub(crate) fn gap(&mut self) -> &mut Self {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
        self
    }

    /// The text.
    pub(crate) fn done(self) -> String {
        self.0
    }

    fn indented(&mut self, mark: &str, text: &str) -> &mut Self {
        let indent = width(mark);
        let mut line = String::new();
        let mut lead = mark.to_owned();
        for word in text.split([' ', '\n']).filter(|w| !w.is_empty()) {
            if !line.is_empty() && indent + width(&line) + 1 + width(word) > WIDTH {
                self.line(&format!("{lead}{line}"));
                lead = " ".repeat(indent);
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            self.line(&format!("{lead}{line}"));
        }
        self
    }

    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// Owned cells of a row.
pub(crate) fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

#[cfg(test)]
mod tests {
    use super::{Page, row};

    #[test]
    fn columns_align_on_their_widest_cell_and_numbers_to_the_right() {
        let mut page = Page::titled("Líneas");
        page.table(&[row(["año", "7"]), row(["n", "1204"])], &[1]);
        assert_eq!(page.done(), "Líneas\n  año     7\n  n    1204\n");
    }

    #[test]
    fn prose_wraps_between_words_and_hangs_below_its_mark() {
        let mut page = Page::default();
        page.item(&"word ".repeat(30));
        let text = page.done();
        assert!(text.lines().all(|l| l.chars().count() <= 92), "{text}");
        assert!(
            text.starts_with("  · word")
                && text
                    .lines()
                    .nth(1)
                    .is_some_and(|l| l.starts_with("    word"))
        );
    }

    #[test]
    fn an_empty_list_leaves_no_heading_and_gaps_do_not_add_up() {
        let mut page = Page::titled("a");
        page.list::<String>("none", &[]).gap().gap().heading("b");
        assert_eq!(page.done(), "a\n\nb\n");
    }
}
