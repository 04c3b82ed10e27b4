//! Puts back what holds the pages of a database together, where that is all that is lost: the list of
//! tables, which is the same in every record of this program, and the page above the pages of one table.
//! Refuses to guess where more than one such page is lost.

use std::collections::BTreeSet;

use sqlcipher::PAGE_BYTES;

use super::pages::Image;

/// What of a page the database uses; the seal follows.
const USED_BYTES: usize = PAGE_BYTES - 80;
const INNER_TABLE: u8 = 5;
const LEAF_TABLE: u8 = 13;
const INNER_INDEX: u8 = 2;
/// Deeper than any database that fits on a disk.
const DEPTH_MAX: usize = 20;

/// Mends `image` with what a new record of this program has in the same place.
pub(super) fn mend(image: &mut Image, ours: &Image) {
    put_list_back(image, ours);
    put_inner_page_back(image);
}

/// Pages of the list of tables: where all others of them are as in a new record, the lost ones were too.
fn put_list_back(image: &mut Image, ours: &Image) {
    let mut list = BTreeSet::new();
    walk(ours, 1, &mut list, DEPTH_MAX);
    let lost: Vec<u32> = image.bad().intersection(&list).copied().collect();
    // The first page also counts what was written, and each ends with a seal of its own.
    let is_same = |number: &u32| {
        let begin = if *number == 1 { 100 } else { 0 };
        let used = |image: &Image| Some(image.page(*number)?.get(begin..USED_BYTES)?.to_vec());
        used(image) == used(ours)
    };
    let is_ours = list.iter().filter(|n| !lost.contains(n)).all(is_same);
    if !is_ours || lost.len() == list.len() {
        return;
    }
    for number in lost {
        if let Some(page) = ours.page(number) {
            image.put(number, page.to_vec());
        }
    }
}

/// Where one page is lost from which others hang, those others hang from nothing: they are found and
/// hung in order.
fn put_inner_page_back(image: &mut Image) {
    let mut reached = BTreeSet::new();
    walk(image, 1, &mut reached, DEPTH_MAX);
    for root in roots(image) {
        walk(image, root, &mut reached, DEPTH_MAX);
    }
    let lost: Vec<u32> = image.bad().intersection(&reached).copied().collect();
    let [lost] = lost[..] else { return };
    let n_pages = u32::try_from(image.n_pages()).unwrap_or(u32::MAX);
    let loose: Vec<u32> = (1..=n_pages)
        .filter(|number| !reached.contains(number))
        .filter(|number| matches!(kind(image, *number), Some(INNER_TABLE | LEAF_TABLE)))
        .collect();
    // Those that hang from another loose page come with it.
    let mut below = BTreeSet::new();
    for number in &loose {
        below.extend(children(image, *number));
    }
    let mut hung: Vec<(u64, u32)> = loose
        .iter()
        .filter(|number| !below.contains(number))
        .filter_map(|number| Some((last_row(image, *number, DEPTH_MAX)?, *number)))
        .collect();
    hung.sort_unstable();
    if let Some(page) = inner_page(&hung) {
        image.put(lost, page);
    }
}

/// A page from which these hang: each with the last row in it.
fn inner_page(hung: &[(u64, u32)]) -> Option<Vec<u8>> {
    let ((_, right), others) = hung.split_last()?;
    let mut page = vec![0; PAGE_BYTES];
    let mut end = USED_BYTES;
    for (idx, (row, number)) in others.iter().enumerate() {
        let mut cell = number.to_be_bytes().to_vec();
        cell.extend(varint(*row));
        let place = 12 + 2 * idx;
        let begin = end
            .checked_sub(cell.len())
            .filter(|begin| *begin > place + 2)?;
        page[begin..end].copy_from_slice(&cell);
        page[place..place + 2].copy_from_slice(&u16::try_from(begin).ok()?.to_be_bytes());
        end = begin;
    }
    page[0] = INNER_TABLE;
    page[3..5].copy_from_slice(&u16::try_from(others.len()).ok()?.to_be_bytes());
    page[5..7].copy_from_slice(&u16::try_from(end).ok()?.to_be_bytes());
    page[8..12].copy_from_slice(&right.to_be_bytes());
    Some(page)
}

/// A page, and where in it the part begins that every page has.
fn body(image: &Image, number: u32) -> Option<(&[u8], usize)> {
    let page = image.page(number)?;
    Some((page, if number == 1 { 100 } else { 0 }))
}

fn kind(image: &Image, number: u32) -> Option<u8> {
    let (page, begin) = body(image, number)?;
    page.get(begin).copied()
}

fn small(page: &[u8], at: usize) -> Option<usize> {
    let bytes = page.get(at..at + 2)?.try_into().ok()?;
    Some(usize::from(u16::from_be_bytes(bytes)))
}

fn word(page: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(page.get(at..at + 4)?.try_into().ok()?))
}

/// Where the cells of a page stand.
fn cells(page: &[u8], begin: usize) -> Vec<usize> {
    let is_inner = matches!(page.get(begin), Some(&(INNER_TABLE | INNER_INDEX)));
    let first = begin + if is_inner { 12 } else { 8 };
    let n_cells = small(page, begin + 3).unwrap_or(0);
    (0..n_cells)
        .filter_map(|idx| small(page, first + 2 * idx))
        .collect()
}

/// Pages that hang from this one.
fn children(image: &Image, number: u32) -> Vec<u32> {
    let Some((page, begin)) = body(image, number) else {
        return Vec::new();
    };
    if !matches!(page.get(begin), Some(&(INNER_TABLE | INNER_INDEX))) {
        return Vec::new();
    }
    let mut children: Vec<u32> = cells(page, begin)
        .into_iter()
        .filter_map(|cell| word(page, cell))
        .collect();
    children.extend(word(page, begin + 8));
    children
}

/// Every page of a tree, those that are lost as well.
fn walk(image: &Image, number: u32, reached: &mut BTreeSet<u32>, depth: usize) {
    if depth == 0 || !reached.insert(number) {
        return;
    }
    for child in children(image, number) {
        walk(image, child, reached, depth - 1);
    }
}

/// The last row below a page of a table.
fn last_row(image: &Image, number: u32, depth: usize) -> Option<u64> {
    let (page, begin) = body(image, number)?;
    match *page.get(begin)? {
        INNER_TABLE if depth > 0 => last_row(image, word(page, begin + 8)?, depth - 1),
        LEAF_TABLE => {
            let cell = *cells(page, begin).last()?;
            let (_, len) = read_varint(page, cell)?;
            Some(read_varint(page, cell + len)?.0)
        }
        _ => None,
    }
}

/// First pages of all tables and indexes, as the list names them.
fn roots(image: &Image) -> Vec<u32> {
    let mut list = BTreeSet::new();
    walk(image, 1, &mut list, DEPTH_MAX);
    let mut roots = Vec::new();
    for number in list {
        let Some((page, begin)) = body(image, number) else {
            continue;
        };
        if page.get(begin) == Some(&LEAF_TABLE) {
            roots.extend(
                cells(page, begin)
                    .into_iter()
                    .filter_map(|cell| root(page, cell)),
            );
        }
    }
    roots
}

/// The fourth column of a row of the list.
fn root(page: &[u8], cell: usize) -> Option<u32> {
    let (_, n_len) = read_varint(page, cell)?;
    let (_, n_row) = read_varint(page, cell + n_len)?;
    let head = cell + n_len + n_row;
    let (head_len, mut at) = read_varint(page, head)?;
    at += head;
    let mut place = head + usize::try_from(head_len).ok()?;
    for column in 0..4 {
        let (kind, len) = read_varint(page, at)?;
        at += len;
        let n_bytes = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            _ => usize::try_from(kind.checked_sub(12)? / 2).ok()?,
        };
        if column == 3 {
            let bytes = page.get(place..place + n_bytes)?;
            let number = bytes
                .iter()
                .fold(0u32, |all, byte| (all << 8) | u32::from(*byte));
            return match kind {
                1..=4 => Some(number),
                9 => Some(1),
                _ => None,
            };
        }
        place += n_bytes;
    }
    None
}

/// A number of one to nine bytes, and its length; <https://sqlite.org/fileformat2.html#varint>.
fn read_varint(page: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut value = 0u64;
    for idx in 0..9 {
        let byte = *page.get(at + idx)?;
        if idx == 8 {
            return Some(((value << 8) | u64::from(byte), 9));
        }
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, idx + 1));
        }
    }
    None
}

/// The same number as bytes; rows beyond 2^56 are none of ours.
fn varint(value: u64) -> Vec<u8> {
    let mut bytes = vec![u8::try_from(value & 0x7f).unwrap_or(0)];
    let mut rest = value >> 7;
    while rest > 0 && bytes.len() < 8 {
        bytes.push(u8::try_from(rest & 0x7f).unwrap_or(0) | 0x80);
        rest >>= 7;
    }
    bytes.reverse();
    bytes
}
