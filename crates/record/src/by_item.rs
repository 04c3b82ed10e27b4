//! Something kept for each item. Refuses to be slow where a record names the same few items a hundred
//! thousand times, in the same order at every occasion.

use crate::{ItemId, ItemResponse};

/// Something kept for each item, in the order in which items came up.
#[derive(Debug, Clone)]
pub struct ByItem<T> {
    kept: Vec<(ItemId, T)>,
    /// Where the item was found that stood at this place of an occasion before.
    places: Vec<usize>,
}

impl<T> Default for ByItem<T> {
    fn default() -> Self {
        Self {
            kept: Vec::new(),
            places: Vec::new(),
        }
    }
}

impl<T> ByItem<T> {
    /// Hands every response of one occasion to `take`, with what is kept for its item; what is not
    /// kept yet is made by `begin`.
    pub fn each(
        &mut self,
        responses: &[ItemResponse],
        begin: impl Fn(&ItemId) -> T,
        mut take: impl FnMut(&mut T, &ItemResponse),
    ) {
        for (idx, response) in responses.iter().enumerate() {
            let place = self.place_of(idx, &response.item, &begin);
            if let Some((_, kept)) = self.kept.get_mut(place) {
                take(kept, response);
            }
        }
    }

    /// What is kept for an item; `None` where it never came up.
    #[must_use]
    pub fn get(&self, item: &ItemId) -> Option<&T> {
        let found = self.kept.iter().find(|(id, _)| id == item);
        found.map(|(_, kept)| kept)
    }

    /// Everything that is kept, in the order in which items came up.
    #[must_use]
    pub fn into_pairs(self) -> Vec<(ItemId, T)> {
        self.kept
    }

    fn place_of(&mut self, idx: usize, item: &ItemId, begin: &impl Fn(&ItemId) -> T) -> usize {
        let is_there = |place: &usize| self.kept.get(*place).is_some_and(|(id, _)| id == item);
        if let Some(place) = self.places.get(idx).copied().filter(is_there) {
            return place;
        }
        let found = self.kept.iter().position(|(id, _)| id == item);
        let place = found.unwrap_or_else(|| {
            self.kept.push((item.clone(), begin(item)));
            self.kept.len() - 1
        });
        if self.places.len() <= idx {
            self.places.resize(idx + 1, place);
        }
        if let Some(before) = self.places.get_mut(idx) {
            *before = place;
        }
        place
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
mod tests {
    use super::*;
    use crate::{InputDevice, Response};

    fn said(names: &[(&str, f64)]) -> Vec<ItemResponse> {
        let one = |(name, value): &(&str, f64)| ItemResponse {
            item: ItemId::new(name).unwrap(),
            response: Response::Value(*value),
            device: InputDevice::Unknown,
            latency_ms: None,
        };
        names.iter().map(one).collect()
    }

    #[test]
    fn every_response_goes_to_its_own_item_in_whatever_order_they_come() {
        let mut sums: ByItem<Vec<f64>> = ByItem::default();
        for occasion in [
            said(&[("a", 1.0), ("b", 2.0)]),
            said(&[("a", 3.0), ("b", 4.0)]),
            said(&[("b", 5.0), ("c", 6.0), ("a", 7.0)]),
            said(&[("c", 8.0)]),
        ] {
            sums.each(
                &occasion,
                |_| Vec::new(),
                |kept, response| kept.extend(response.response.value()),
            );
        }
        let of = |name: &str| sums.get(&ItemId::new(name).unwrap()).cloned();
        assert_eq!(of("a"), Some(vec![1.0, 3.0, 7.0]));
        assert_eq!(of("b"), Some(vec![2.0, 4.0, 5.0]));
        assert_eq!(of("c"), Some(vec![6.0, 8.0]));
        assert_eq!(of("d"), None);
    }
}
