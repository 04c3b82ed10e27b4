//! Observations and requested times merged into one list of nodes. Refuses times that are not
//! finite.

use super::layout::{Layout, TIME_MAX};
use crate::error::{StatsError, check_range};

/// Times in order, with the observation or the request that each one stands for.
#[derive(Debug, Clone)]
pub(crate) struct Merged {
    pub times: Vec<f64>,
    /// Which observation a node is; `None` for a request.
    pub observation: Vec<Option<usize>>,
    /// Node of each request, in the order asked.
    pub request_node: Vec<usize>,
}

impl Merged {
    pub fn new(layout: &Layout, requests: &[f64]) -> Result<Self, StatsError> {
        for time in requests {
            check_range("requested time", *time, -TIME_MAX, TIME_MAX)?;
        }
        let mut order: Vec<usize> = (0..requests.len()).collect();
        order.sort_by(|a, b| requests[*a].total_cmp(&requests[*b]));
        let total = layout.n_observations() + requests.len();
        let mut merged = Self {
            times: Vec::with_capacity(total),
            observation: Vec::with_capacity(total),
            request_node: vec![0; requests.len()],
        };
        let mut next = order.into_iter().peekable();
        for (idx, time) in layout.times().iter().enumerate() {
            while let Some(request) = next.next_if(|request| requests[*request] < *time) {
                merged.add_request(request, requests[request]);
            }
            merged.times.push(*time);
            merged.observation.push(Some(idx));
        }
        for request in next {
            merged.add_request(request, requests[request]);
        }
        Ok(merged)
    }

    fn add_request(&mut self, request: usize, time: f64) {
        self.request_node[request] = self.times.len();
        self.times.push(time);
        self.observation.push(None);
    }

    /// Values laid on the nodes, 0 where nothing was observed (never read there).
    pub fn spread_out(&self, values: &[f64]) -> Vec<f64> {
        self.observation
            .iter()
            .map(|idx| idx.map_or(0.0, |idx| values[idx]))
            .collect()
    }
}
