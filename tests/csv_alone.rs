//! Reads every cell of a CSV with the csv crate and does nothing with it: what a table's reader is compared with.

use std::error::Error;
use std::fs::File;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("a file is named")?;
    let mut reader = csv::Reader::from_reader(File::open(path)?);
    let (mut rows, mut letters) = (0_u64, 0);
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        rows += 1;
        letters += row.iter().map(str::len).sum::<usize>();
    }
    writeln!(std::io::stdout(), "{rows} rows, {letters} letters")?;
    Ok(())
}
