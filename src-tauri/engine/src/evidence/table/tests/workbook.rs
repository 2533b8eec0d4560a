//! Workbooks, written here part by part so that what a cell holds is seen.

use super::*;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

/// 2026-03-05 is day 20,517 after 1970 (see `NINE`), and 1970-01-01 is day 25,569 of a workbook: 46,086.
const DAY: f64 = 46_086.0;
/// Workbooks of 1904 count 1,462 days less.
const LESS: f64 = 1462.0;

/// A workbook as its parts.
pub(super) struct Book {
    pub(super) parts: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// Sheets by name, each the rows' XML.
    fn new(sheets: &[(&str, &str)], pr: &str) -> Self {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        let (mut list, mut relations) = (String::new(), String::new());
        let mut parts = Vec::new();
        for (at, (name, rows)) in sheets.iter().enumerate() {
            let id = at + 1;
            write!(
                list,
                r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#
            )
            .unwrap();
            write!(relations, r#"<Relationship Id="rId{id}" Type="{office}/worksheet" Target="worksheets/sheet{id}.xml"/>"#).unwrap();
            let sheet =
                format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#);
            parts.push((format!("xl/worksheets/sheet{id}.xml"), sheet));
        }
        let styles = r#"<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="14"/></cellXfs>"#;
        let strings = ["deployed_at", "service", "sha", "status", "shop"]
            .map(|text| format!("<si><t>{text}</t></si>"));
        parts.extend([
            ("xl/workbook.xml".to_owned(), format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr {pr}/><sheets>{list}</sheets></workbook>"#)),
            ("xl/styles.xml".to_owned(), format!(r#"<styleSheet xmlns="{main}">{styles}</styleSheet>"#)),
            ("xl/sharedStrings.xml".to_owned(), format!(r#"<sst xmlns="{main}">{}</sst>"#, strings.concat())),
            ("xl/_rels/workbook.xml.rels".to_owned(), format!(r#"<Relationships xmlns="{package}/relationships">{relations}<Relationship Id="rId90" Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#)),
            ("_rels/.rels".to_owned(), format!(r#"<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#)),
            ("[Content_Types].xml".to_owned(), format!(r#"<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#)),
        ]);
        let parts = parts
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()));
        Self {
            parts: parts.collect(),
        }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(text).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// Cells of a row, by their XML; `{r}` becomes the row's number.
fn row(number: u32, cells: &str) -> String {
    format!(
        r#"<row r="{number}">{}</row>"#,
        cells.replace("{r}", &number.to_string())
    )
}

fn text(column: char, text: &str) -> String {
    format!(r#"<c r="{column}{{r}}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn header(number: u32) -> String {
    let shared = ["A", "B", "C", "D"].iter().enumerate();
    let cells: String = shared
        .map(|(at, column)| format!(r#"<c r="{column}{{r}}" t="s"><v>{at}</v></c>"#))
        .collect();
    row(number, &cells)
}

fn deployment(number: u32, time: &str, sha: &str, status: &str) -> String {
    let cells = format!(
        r#"{time}<c r="B{{r}}" t="s"><v>4</v></c>{}{status}"#,
        text('C', sha)
    );
    row(number, &cells)
}

fn dated(days: f64) -> String {
    format!(r#"<c r="A{{r}}" s="1"><v>{days}</v></c>"#)
}

/// A title, an empty row, the header in row 3, two deployments: 9:00 and 10:50 of 2026-03-05.
fn rows(less: f64) -> String {
    let true_cell = r#"<c r="D{r}" t="b"><v>1</v></c>"#;
    [
        row(1, &text('A', "Deployments of the first quarter")),
        header(3),
        deployment(4, &dated(DAY + 0.375 - less), "abcdef1", true_cell),
        deployment(
            5,
            &dated(DAY + 650.0 / 1440.0 - less),
            "abcdef2",
            &text('D', "failed"),
        ),
    ]
    .concat()
}

/// The workbook that other tests damage.
pub(super) fn shared() -> Book {
    Book::new(&[("Q1", &rows(0.0))], "")
}

#[test]
fn dates_booleans_and_shared_texts_are_read_below_a_title() {
    let imported = import(&shared().bytes(), &zoned("UTC"));
    let told: Vec<_> = imported
        .events
        .deployments
        .iter()
        .map(|d| {
            (
                d.finished,
                d.service.as_str(),
                d.revision.as_deref(),
                d.outcome,
                d.origin.line,
            )
        })
        .collect();
    // 10:50 is 650 minutes of the day, 110 minutes after nine.
    assert_eq!(
        told,
        [
            (NINE, "shop", Some("abcdef1"), Outcome::Success, 4),
            (NINE + 6600, "shop", Some("abcdef2"), Outcome::Failure, 5)
        ]
    );
    let source = &imported.events.sources[0];
    assert_eq!(
        (source.setting("sheet"), source.setting("separator")),
        (Some("Q1"), Some("xlsx"))
    );
    assert_eq!(noted(&imported, "note-table-preamble"), 1);
}

#[test]
fn a_workbook_of_1904_tells_the_same_times() {
    let book = Book::new(&[("Q1", &rows(LESS))], r#"date1904="1""#);
    let imported = import(&book.bytes(), &zoned("UTC"));
    let told: Vec<i64> = imported
        .events
        .deployments
        .iter()
        .map(|d| d.finished)
        .collect();
    assert_eq!(told, [NINE, NINE + 6600]);
}

#[test]
fn times_in_a_workbook_have_no_zone_and_ask_for_one() {
    let told = preview(shared().bytes().as_slice(), &options()).expect("a table");
    assert!(told.needs_zone);
    assert_eq!(told.rows[0].cells[0], "2026-03-05 09:00:00");
}

#[test]
fn a_number_of_days_without_a_date_format_is_still_a_time() {
    let days = format!(r#"<c r="A{{r}}"><v>{}</v></c>"#, DAY + 0.375);
    let rows = [header(1), deployment(2, &days, "abcdef1", &text('D', "ok"))].concat();
    let imported = import(
        &Book::new(&[("Q1", &rows)], "").bytes(),
        &zoned("Europe/Madrid"),
    );
    // Madrid is an hour ahead of UTC in March before the last Sunday.
    assert_eq!(imported.events.deployments[0].finished, NINE - 3600);
    assert_eq!(noted(&imported, "note-table-serial-times"), 1);
}

#[test]
fn the_first_sheet_with_a_time_is_read_unless_one_is_named() {
    let about = [row(1, &[text('A', "Author"), text('B', "Ana")].concat())].concat();
    let other = [
        header(1),
        deployment(2, &dated(DAY + 1.375), "abcdef9", &text('D', "ok")),
    ]
    .concat();
    let bytes = Book::new(&[("About", &about), ("Q1", &rows(0.0)), ("Q2", &other)], "").bytes();
    assert_eq!(import(&bytes, &zoned("UTC")).events.deployments.len(), 2);
    let named = |sheet: &str| TableOptions {
        sheet: Some(sheet.to_owned()),
        ..zoned("UTC")
    };
    let told = import(&bytes, &named("Q2"));
    assert_eq!(told.events.deployments[0].finished, NINE + 86_400);
    let error = refused(&bytes, &named("Q3"));
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv has no sheet “Q3”. Sheets are About, Q1, Q2."
    );
    assert_eq!(
        refusal(&error, Lang::Es),
        "file.csv no tiene la hoja «Q3». Las hojas son About, Q1, Q2."
    );
}

#[test]
fn a_workbook_cut_short_is_refused() {
    let bytes = shared().bytes();
    let error = refused(&bytes[..bytes.len() / 2], &zoned("UTC"));
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv is a workbook that cannot be read."
    );
}

#[test]
fn a_cell_of_the_wrong_type_and_a_missing_one_are_named_with_their_row() {
    let wrong = r#"<c r="A{r}" t="b"><v>1</v></c>"#;
    let rows = [
        header(1),
        deployment(2, wrong, "abcdef1", &text('D', "ok")),
        deployment(3, "", "abcdef2", &text('D', "ok")),
        deployment(4, &dated(DAY), "abcdef3", r#"<c r="D{r}"><v>7</v></c>"#),
    ];
    let imported = import(
        &Book::new(&[("Q1", &rows.concat())], "").bytes(),
        &zoned("UTC"),
    );
    assert_eq!(
        sentences(&imported),
        [
            "2: deployed_at: “true” is not a time that can be read, such as 2026-03-05T09:00:00Z",
            "3: There is no time",
            "4: status: “7” does not say whether it succeeded",
        ]
    );
}

#[test]
fn a_workbook_that_unpacks_to_a_thousand_times_its_size_is_refused() {
    let mut book = shared();
    book.parts
        .push(("xl/media/zeros.bin".to_owned(), vec![0; 24 << 20]));
    let bytes = book.bytes();
    assert!(bytes.len() < 100 << 10, "{}", bytes.len());
    let error = refused(&bytes, &zoned("UTC"));
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv unpacks to far more than its size."
    );
}

#[test]
fn a_lone_cell_far_away_costs_nothing_and_too_many_columns_are_refused() {
    let far = rows(0.0) + &row(1_048_576, &text('A', "end"));
    let imported = import(&Book::new(&[("Q1", &far)], "").bytes(), &zoned("UTC"));
    assert_eq!(imported.events.deployments.len(), 2);
    let wide = rows(0.0) + r#"<row r="9"><c r="XFD9" t="b"><v>1</v></c></row>"#;
    let error = refused(&Book::new(&[("Q1", &wide)], "").bytes(), &zoned("UTC"));
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv has more than 256 columns."
    );
}

#[test]
fn a_workbook_of_the_old_kind_says_what_to_do() {
    let error = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", &zoned("UTC"));
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv is a workbook in the old format, or has a password."
    );
}
