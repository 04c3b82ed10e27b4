//! Many lives at once on all cores. Refuses to let the number of threads change a result.

use std::sync::atomic::{AtomicUsize, Ordering};

/// What is called with the lives done and the lives in all, from any thread.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Does task 0 to `n - 1`, in any order, and returns the results in the order of the tasks.
pub fn all<T: Send>(
    n: usize,
    on_progress: Progress<'_>,
    task: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        let mut results = Vec::new();
        loop {
            let idx = next.fetch_add(1, Ordering::Relaxed);
            if idx >= n {
                return results;
            }
            results.push((idx, task(idx)));
            on_progress(done.fetch_add(1, Ordering::Relaxed) + 1, n);
        }
    };
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut results: Vec<(usize, T)> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..n_threads.min(n)).map(|_| scope.spawn(work)).collect();
        let join = |hand: std::thread::ScopedJoinHandle<'_, Vec<(usize, T)>>| match hand.join() {
            Ok(results) => results,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        hands.into_iter().flat_map(join).collect()
    });
    results.sort_by_key(|(idx, _)| *idx);
    results.into_iter().map(|(_, result)| result).collect()
}
