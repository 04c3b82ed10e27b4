//! Walks through JSON of any length and hands out the parts that are wanted, one at a time. Refuses
//! to hold a part of more than a mebibyte.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize as _, de::DeserializeOwned};
use serde_json::Value;

use super::AppFileError;

/// Most bytes of one part, or of one name.
const PART_BYTES_MAX: u64 = 1 << 20;

/// What to do with a place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// Look at what is in it.
    Enter,
    /// Hand it out whole.
    Take,
    /// Go past it.
    Skip,
    /// Read no further: there is more than anybody has.
    Stop,
}

/// Decides about places and takes parts. A place is named by the keys that lead to it; the elements
/// of a list are all `[]`: `data.metrics[].name`.
pub(super) trait Walker {
    /// What to do here.
    fn want(&mut self, place: &str) -> Want;
    /// A part that was wanted.
    fn take(&mut self, place: &str, part: Value);
    /// What was entered here ends.
    fn leave(&mut self, _place: &str) {}
}

/// What to do where every list on top is looked at, whatever its name: a list alone, or one beside
/// others.
pub(super) fn want_lists(place: &str) -> Want {
    match place.strip_suffix("[]") {
        Some(list) if !list.contains(['.', '[']) => Want::Take,
        None if !place.contains(['.', '[']) => Want::Enter,
        _ => Want::Skip,
    }
}

/// Reads a part as a shape; `None` where it has another.
pub(super) fn shape<T: DeserializeOwned>(part: Value) -> Option<T> {
    serde_json::from_value(part).ok()
}

/// Walks through a file.
pub(super) fn walk(reader: &mut dyn Read, walker: &mut dyn Walker) -> Result<(), AppFileError> {
    let left = Rc::new(Cell::new(PART_BYTES_MAX));
    let metered = Metered {
        inner: BufReader::with_capacity(1 << 16, reader),
        left: Rc::clone(&left),
    };
    let mut json = serde_json::Deserializer::from_reader(metered);
    let mut place = String::new();
    let node = Node {
        walker,
        place: &mut place,
        left: &left,
    };
    let walked = node.deserialize(&mut json).and_then(|()| json.end());
    walked.map_err(|error| AppFileError::Broken {
        // What stands in the file stays in it.
        what: format!(
            "JSON that cannot be read (line {}, column {})",
            error.line(),
            error.column()
        ),
        at: 0,
    })
}

/// A reader that ends with an error where one part goes on for too long.
struct Metered<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        let n_wide = u64::try_from(n).unwrap_or(u64::MAX);
        match self.left.get().checked_sub(n_wide) {
            Some(left) => {
                self.left.set(left);
                Ok(n)
            }
            None => Err(io::Error::other("a part is too long")),
        }
    }
}

/// One place.
struct Node<'w> {
    walker: &'w mut dyn Walker,
    place: &'w mut String,
    left: &'w Cell<u64>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        self.left.set(PART_BYTES_MAX);
        match self.walker.want(self.place) {
            Want::Enter => json.deserialize_any(self),
            Want::Take => {
                let part = Value::deserialize(json)?;
                self.walker.take(self.place, part);
                Ok(())
            }
            Want::Skip => {
                // Nothing of it is held.
                self.left.set(u64::MAX);
                let skipped = IgnoredAny::deserialize(json);
                self.left.set(PART_BYTES_MAX);
                skipped.map(|_| ())
            }
            Want::Stop => Err(serde::de::Error::custom("stopped")),
        }
    }
}

impl Node<'_> {
    /// The node of a place below this one.
    fn below(&mut self) -> Node<'_> {
        Node {
            walker: &mut *self.walker,
            place: &mut *self.place,
            left: self.left,
        }
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let len = self.place.len();
        while let Some(key) = map.next_key::<String>()? {
            if len > 0 {
                self.place.push('.');
            }
            self.place.push_str(&key);
            map.next_value_seed(self.below())?;
            self.place.truncate(len);
            self.left.set(PART_BYTES_MAX);
        }
        self.walker.leave(self.place);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let len = self.place.len();
        self.place.push_str("[]");
        while list.next_element_seed(self.below())?.is_some() {
            self.left.set(PART_BYTES_MAX);
        }
        self.place.truncate(len);
        self.walker.leave(self.place);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
