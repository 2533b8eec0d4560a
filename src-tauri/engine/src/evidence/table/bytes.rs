//! Bytes of an export become UTF-8 text, whatever it was saved as.
//!
//! In: a reader. Out: text in pieces, the encoding's name, a digest of the raw bytes. A mark at the
//! start decides; without one, zero bytes mean UTF-16, valid UTF-8 means UTF-8 and anything else
//! Windows-1252. A file that is plain ASCII for a long while is decided where its first accent comes.
//! Never more than one piece is held.

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// Largest file.
pub const MAX_BYTES: u64 = 512 << 20;
/// Bytes read at once.
const PIECE: usize = 64 << 10;

/// A stream of text over a stream of bytes.
pub struct Text<R> {
    inner: R,
    digest: Sha256,
    taken: u64,
    ahead: Vec<u8>,
    decoder: Decoder,
    encoding: &'static Encoding,
    settled: bool,
    ended: bool,
    /// Characters that were no characters in the encoding.
    pub replaced: u32,
}

/// What stops the reading of bytes.
#[derive(Debug)]
pub enum Stop {
    /// The reader failed.
    Io(io::Error),
    /// More than [`MAX_BYTES`].
    TooLarge,
}

impl<R: Read> Text<R> {
    /// Reads the first piece and recognises the encoding.
    ///
    /// # Errors
    /// When the reader fails.
    pub fn new(inner: R) -> Result<Self, Stop> {
        let mut text = Self {
            inner,
            digest: Sha256::new(),
            taken: 0,
            ahead: Vec::new(),
            decoder: UTF_8.new_decoder_with_bom_removal(),
            encoding: UTF_8,
            settled: false,
            ended: false,
            replaced: 0,
        };
        text.ahead = text.fetch()?;
        text.encoding = recognise(&text.ahead);
        text.settled = text.encoding != UTF_8 || text.ahead.starts_with(b"\xef\xbb\xbf");
        text.decoder = text.encoding.new_decoder_with_bom_removal();
        Ok(text)
    }

    /// The encoding's name as people know it.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// SHA-256 of all bytes read, in hex.
    #[must_use]
    pub fn sha256(&self) -> String {
        crate::evidence::git::objects::hex(&self.digest.clone().finalize())
    }

    /// Appends the next piece of text; `false` when there is none left.
    ///
    /// # Errors
    /// When the reader fails or the file is too large.
    pub fn next(&mut self, out: &mut Vec<u8>) -> Result<bool, Stop> {
        if self.ended {
            return Ok(false);
        }
        let bytes = if self.ahead.is_empty() {
            self.fetch()?
        } else {
            std::mem::take(&mut self.ahead)
        };
        self.ended = bytes.is_empty();
        if !self.settled {
            self.settle(&bytes);
        }
        self.decode(&bytes, out);
        Ok(true)
    }

    /// The first byte that is not ASCII decides between UTF-8 and Windows-1252.
    fn settle(&mut self, bytes: &[u8]) {
        let Err(error) = std::str::from_utf8(bytes) else {
            self.settled = !bytes.is_ascii();
            return;
        };
        let good = error.valid_up_to();
        self.settled = true;
        if bytes[..good].is_ascii() && error.error_len().is_some() {
            self.encoding = WINDOWS_1252;
            self.decoder = WINDOWS_1252.new_decoder_without_bom_handling();
        }
    }

    fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let mut rest = bytes;
        let mut room = vec![0; PIECE];
        loop {
            let (result, read, written, replaced) =
                self.decoder.decode_to_utf8(rest, &mut room, self.ended);
            self.replaced += u32::from(replaced);
            out.extend_from_slice(&room[..written]);
            rest = &rest[read..];
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }

    fn fetch(&mut self) -> Result<Vec<u8>, Stop> {
        let mut piece = Vec::with_capacity(PIECE);
        let most = PIECE as u64;
        (&mut self.inner)
            .take(most)
            .read_to_end(&mut piece)
            .map_err(Stop::Io)?;
        self.taken += piece.len() as u64;
        if self.taken > MAX_BYTES {
            return Err(Stop::TooLarge);
        }
        self.digest.update(&piece);
        Ok(piece)
    }
}

fn recognise(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    let pairs = head.len() / 2;
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    if pairs > 1 && zeros(1) * 10 > pairs * 4 {
        UTF_16LE
    } else if pairs > 1 && zeros(0) * 10 > pairs * 4 {
        UTF_16BE
    } else {
        match std::str::from_utf8(head) {
            Err(error) if error.error_len().is_some() => WINDOWS_1252,
            _ => UTF_8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let mut text = Text::new(bytes).expect("in memory");
        let mut out = Vec::new();
        while text.next(&mut out).expect("in memory") {}
        (String::from_utf8(out).expect("decoded"), text.encoding())
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_encoding_is_recognised_and_read() {
        let text = "fecha;año\n2026-03-05;ñandú\n";
        assert_eq!(read(text.as_bytes()), (text.to_owned(), "UTF-8"));
        assert_eq!(
            read(format!("\u{feff}{text}").as_bytes()),
            (text.to_owned(), "UTF-8")
        );
        assert_eq!(
            read(&utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes)),
            (text.to_owned(), "UTF-16LE")
        );
        assert_eq!(
            read(&utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes)),
            (text.to_owned(), "UTF-16BE")
        );
        assert_eq!(
            read(&utf_16(text, u16::to_le_bytes)),
            (text.to_owned(), "UTF-16LE")
        );
        let latin: Vec<u8> = text
            .chars()
            .map(|letter| u8::try_from(u32::from(letter)).expect("latin"))
            .collect();
        assert_eq!(read(&latin), (text.to_owned(), "windows-1252"));
    }

    #[test]
    fn an_accent_after_the_first_piece_still_decides() {
        let plain = "a,b\n".repeat(40_000);
        let mut bytes = plain.clone().into_bytes();
        bytes.extend(b"\xf1,1\n");
        assert_eq!(read(&bytes), (format!("{plain}ñ,1\n"), "windows-1252"));
    }

    #[test]
    fn a_letter_cut_by_the_end_of_a_piece_is_whole() {
        let text = format!("{}ñ,x", "a".repeat(PIECE - 1));
        assert_eq!(read(text.as_bytes()), (text, "UTF-8"));
    }
}
