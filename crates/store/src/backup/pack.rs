//! Puts a few named documents into one, as a tar file (ustar, POSIX.1-1988), and takes them out.
//! Refuses everything that [`pack`] does not write: folders, links, owners, long names.

use zeroize::Zeroizing;

const BLOCK: usize = 512;
/// More members than any back-up has.
const MEMBERS_MAX: usize = 16;

/// Packs documents; `None` when a name does not fit.
pub(super) fn pack(members: &[(&str, &[u8])]) -> Option<Zeroizing<Vec<u8>>> {
    let n_bytes: usize = members.iter().map(|(_, b)| b.len() + 2 * BLOCK).sum();
    // Made large enough at once, so that no copy of a smaller one stays behind in memory.
    let mut packed = Zeroizing::new(Vec::with_capacity(n_bytes + 2 * BLOCK));
    for (name, bytes) in members {
        packed.extend_from_slice(&head(name, bytes.len())?);
        packed.extend_from_slice(bytes);
        let filled = packed.len().next_multiple_of(BLOCK);
        packed.resize(filled, 0);
    }
    let end = packed.len() + 2 * BLOCK;
    packed.resize(end, 0);
    Some(packed)
}

/// The block before a document: its name, its length, and nothing about a person or a computer.
fn head(name: &str, n_bytes: usize) -> Option<[u8; BLOCK]> {
    if name.is_empty() || name.len() > 99 || !name.is_ascii() {
        return None;
    }
    let size = format!("{n_bytes:011o}\0");
    let mut block = [0; BLOCK];
    let mut put = |at: usize, text: &[u8]| {
        let place = block.get_mut(at..at + text.len())?;
        place.copy_from_slice(text);
        Some(())
    };
    put(0, name.as_bytes())?;
    put(100, b"0000600\0")?;
    put(108, b"0000000\0")?;
    put(116, b"0000000\0")?;
    put(124, (size.len() == 12).then_some(size.as_bytes())?)?;
    put(136, b"00000000000\0")?;
    put(148, b"        ")?;
    put(156, b"0")?;
    put(257, b"ustar\x0000")?;
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block
        .get_mut(148..156)?
        .copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    Some(block)
}

/// Takes the documents out; `None` for anything that [`pack`] does not write.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<(String, &[u8])>> {
    let mut members = Vec::new();
    let mut rest = packed;
    loop {
        let (block, after) = rest.split_at_checked(BLOCK)?;
        if block.iter().all(|byte| *byte == 0) {
            let is_end = after.len() == BLOCK && after.iter().all(|byte| *byte == 0);
            return is_end.then_some(members);
        }
        let name = block.get(..100)?.split(|byte| *byte == 0).next()?;
        let name = std::str::from_utf8(name).ok()?;
        let size = std::str::from_utf8(block.get(124..135)?).ok()?;
        let n_bytes = usize::from_str_radix(size, 8).ok()?;
        // The block that we would have written for this document, and no other.
        if block != head(name, n_bytes)? || members.len() == MEMBERS_MAX {
            return None;
        }
        let bytes = after.get(..n_bytes)?;
        rest = after.get(n_bytes.checked_next_multiple_of(BLOCK)?..)?;
        members.push((name.to_owned(), bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_and_nothing_else_does() {
        let members: [(&str, &[u8]); 3] = [("a", b""), ("b.txt", &[7; 512]), ("c", &[9; 513])];
        let packed = pack(&members).unwrap();
        let out = unpack(&packed).unwrap();
        assert_eq!(out.len(), 3);
        assert!((out.iter().zip(members)).all(|((n, b), (name, bytes))| n == name && *b == bytes));
        for cut in 0..packed.len() {
            assert!(unpack(&packed[..cut]).is_none(), "cut at {cut}");
        }
        let mut other = packed.to_vec();
        // A link instead of a document.
        other[156] = b'2';
        assert!(unpack(&other).is_none());
        assert!(pack(&[("", b"")]).is_none());
    }
}
