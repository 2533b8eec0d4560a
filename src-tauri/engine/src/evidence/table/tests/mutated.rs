//! Ten thousand files, each with up to eight seeded mutations: no panic, no hang, and the counts add up.

use super::workbook::{Book, shared};
use super::*;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Remarks on rows that were seen and deliberately left out.
const LEFT_OUT: [&str; 3] = [
    "note-table-other-types",
    "note-table-cancelled",
    "note-table-not-ended",
];

fn seeds() -> Vec<Vec<u8>> {
    let latin =
        "Fecha;Entorno;Estado\n29/03/2026 02:30;producción;éxito\n05/03/26 9:00 PM;x;fallido\n";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/tables");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("test data")
        .map(|entry| entry.expect("test data").path())
        .collect();
    names.sort();
    let mut seeds: Vec<Vec<u8>> = names
        .iter()
        .map(|path| std::fs::read(path).expect("test data"))
        .collect();
    let one = |letter| u8::try_from(u32::from(letter)).expect("latin");
    seeds.push(latin.chars().map(one).collect());
    let marked = "\u{feff}".encode_utf16().chain(latin.encode_utf16());
    seeds.push(marked.flat_map(u16::to_le_bytes).collect());
    seeds.push(latin.encode_utf16().flat_map(u16::to_be_bytes).collect());
    seeds
}

/// Reads a mutated file; whether it was still a table.
fn adds_up(bytes: &[u8], case: usize) -> bool {
    let options = zoned("Europe/Madrid");
    let Ok(imported) = read(bytes, &options, &mut |_| {}, &AtomicBool::new(false)) else {
        return false;
    };
    let source = &imported.events.sources[0];
    let events = imported.events.deployments.len() + imported.events.incidents.len();
    let left_out: u32 = LEFT_OUT.iter().map(|code| noted(&imported, code)).sum();
    assert_eq!(
        source.records,
        source.accepted + source.rejected + left_out,
        "case {case}"
    );
    assert_eq!(source.accepted as usize, events, "case {case}");
    let rejects = imported.events.rejects.len();
    assert_eq!(source.rejected as usize, rejects, "case {case}");
    true
}

#[test]
fn mutated_files_never_panic_and_their_counts_add_up() {
    let seeds = seeds();
    let mut draw = ChaCha8Rng::seed_from_u64(20_260_305);
    let mut tables = 0;
    for case in 0..10_000 {
        let mut bytes = seeds[case % seeds.len()].clone();
        for _ in 0..draw.random_range(1..=8) {
            mutate(&mut bytes, &mut draw);
        }
        tables += u32::from(adds_up(&bytes, case));
    }
    assert!(tables > 5000, "most of them are still tables: {tables}");
}

/// Damage inside the parts, behind valid checksums, and damage to the container itself.
#[test]
fn mutated_workbooks_never_panic_and_their_counts_add_up() {
    let mut draw = ChaCha8Rng::seed_from_u64(20_260_306);
    let mut tables = 0;
    for case in 0..1500 {
        let mut book: Book = shared();
        let part = draw.random_range(0..book.parts.len());
        for _ in 0..draw.random_range(1..=4) {
            mutate(&mut book.parts[part].1, &mut draw);
        }
        let mut bytes = book.bytes();
        if case % 5 == 0 {
            mutate(&mut bytes, &mut draw);
        }
        tables += u32::from(adds_up(&bytes, case));
    }
    assert!(tables > 100, "some of them are still tables: {tables}");
}

fn mutate(bytes: &mut Vec<u8>, draw: &mut ChaCha8Rng) {
    const PIECES: [&[u8]; 16] = [
        b"\"",
        b"\n",
        b"\r\n",
        b",",
        b";",
        b"\0",
        b"\xff\xfe",
        b"=cmd()",
        b"9999-12-31T00:00:00Z",
        b"2024-02-30",
        b"\xc3",
        b"1772701200",
        b"{",
        b"]",
        b"[{\"a\":",
        b"<c r=\"ZZZ99\">",
    ];
    let at = draw.random_range(0..=bytes.len());
    match draw.random_range(0..5) {
        0 if !bytes.is_empty() => {
            let at = at.min(bytes.len() - 1);
            bytes[at] = draw.random();
        }
        1 => bytes.truncate(at.max(20)),
        2 => {
            let end = (at + draw.random_range(0..30)).min(bytes.len());
            bytes.drain(at..end);
        }
        3 => {
            let end = (at + draw.random_range(0..60)).min(bytes.len());
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => {
            let piece = PIECES[draw.random_range(0..PIECES.len())];
            bytes.splice(at..at, piece.iter().copied());
        }
    }
}
