//! Archives that lie. Each begins as a good zip; then bytes of it are changed.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Where a zip says what.
struct Places {
    /// The list of parts begins here.
    list: usize,
    /// The end record begins here.
    end: usize,
}

impl Places {
    fn of(zip: &[u8]) -> Self {
        let end = zip.len() - 22;
        assert!(zip[end..].starts_with(b"PK\x05\x06"), "no comment follows");
        let list = u32::from_le_bytes(zip[end + 16..end + 20].try_into().unwrap());
        Self {
            list: list as usize,
            end,
        }
    }
}

/// A zip with these parts, packed.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A part of so many mebibytes of one byte, packed about a thousandfold.
pub fn bomb(name: &str, head: &[u8], n_mib: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file(name, SimpleFileOptions::default())
        .unwrap();
    writer.write_all(head).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..n_mib {
        writer.write_all(&chunk).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// So many parts without anything in them.
pub fn many(n_parts: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for idx in 0..n_parts {
        let name = format!("{idx}");
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A part that is a link to another file of the computer.
pub fn link(name: &str, to: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .add_symlink(name, to, SimpleFileOptions::default())
        .unwrap();
    writer.finish().unwrap().into_inner()
}

/// Says that its one part is encrypted.
pub fn encrypted(mut zip: Vec<u8>) -> Vec<u8> {
    let list = Places::of(&zip).list;
    zip[6] |= 1;
    zip[list + 8] |= 1;
    zip
}

/// Says that its one part unpacks to `size` bytes.
pub fn sized(mut zip: Vec<u8>, size: u32) -> Vec<u8> {
    let list = Places::of(&zip).list;
    zip[22..26].copy_from_slice(&size.to_le_bytes());
    zip[list + 24..list + 28].copy_from_slice(&size.to_le_bytes());
    zip
}

/// Carries another checksum of its one part.
pub fn other_checksum(mut zip: Vec<u8>) -> Vec<u8> {
    let list = Places::of(&zip).list;
    zip[14] ^= 0x55;
    zip[list + 16] ^= 0x55;
    zip
}

/// Names a way of packing that nobody knows.
pub fn other_packing(mut zip: Vec<u8>) -> Vec<u8> {
    let list = Places::of(&zip).list;
    zip[8..10].copy_from_slice(&77u16.to_le_bytes());
    zip[list + 10..list + 12].copy_from_slice(&77u16.to_le_bytes());
    zip
}

/// Lists its one part so many times: all of them are the same bytes.
pub fn overlapping(zip: &[u8], n_times: u16) -> Vec<u8> {
    let places = Places::of(zip);
    let line = &zip[places.list..places.end];
    let mut all = zip[..places.list].to_vec();
    for _ in 0..n_times {
        all.extend_from_slice(line);
    }
    let mut end = zip[places.end..].to_vec();
    let n_bytes = u32::try_from(line.len()).unwrap() * u32::from(n_times);
    end[8..10].copy_from_slice(&n_times.to_le_bytes());
    end[10..12].copy_from_slice(&n_times.to_le_bytes());
    end[12..16].copy_from_slice(&n_bytes.to_le_bytes());
    all.extend_from_slice(&end);
    all
}

/// Says that its list begins at `at`.
pub fn list_at(mut zip: Vec<u8>, at: u32) -> Vec<u8> {
    let end = Places::of(&zip).end;
    zip[end + 16..end + 20].copy_from_slice(&at.to_le_bytes());
    zip
}

/// Says that its one part begins at `at`.
pub fn part_at(mut zip: Vec<u8>, at: u32) -> Vec<u8> {
    let list = Places::of(&zip).list;
    zip[list + 42..list + 46].copy_from_slice(&at.to_le_bytes());
    zip
}

/// Says in the large form that it has 2^60 parts.
pub fn endless(zip: &[u8]) -> Vec<u8> {
    let places = Places::of(zip);
    let mut all = zip[..places.end].to_vec();
    let at = all.len() as u64;
    all.extend_from_slice(b"PK\x06\x06");
    all.extend_from_slice(&44u64.to_le_bytes());
    all.extend_from_slice(&[45, 0, 45, 0]);
    all.extend_from_slice(&[0; 8]);
    for number in [1u64 << 60, 1 << 60, 1 << 62, places.list as u64] {
        all.extend_from_slice(&number.to_le_bytes());
    }
    all.extend_from_slice(b"PK\x06\x07");
    all.extend_from_slice(&[0; 4]);
    all.extend_from_slice(&at.to_le_bytes());
    all.extend_from_slice(&1u32.to_le_bytes());
    let mut end = zip[places.end..].to_vec();
    end[8..20].fill(0xff);
    all.extend_from_slice(&end);
    all
}

/// Text in base64, as the back-up of one diary is written.
pub fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::with_capacity(bytes.len() / 3 * 4 + 4);
    for chunk in bytes.chunks(3) {
        let mut three = [0; 3];
        three[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= chunk.len() { letter } else { b'=' });
        }
    }
    text
}
