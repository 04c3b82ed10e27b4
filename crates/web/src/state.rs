//! What all requests share: the app behind one lock, the sessions, and the names of this run.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Instant;

use app::{App, Language, LanguageChoice};

use crate::server::Held;
use crate::session::Sessions;

struct Inner {
    app: Mutex<App>,
    line: Line,
    /// Somebody left while the app was busy.
    is_to_lock: AtomicBool,
    sessions: Mutex<Sessions>,
    last_used: Mutex<Instant>,
    /// What was sent after the lock had fallen.
    held: Mutex<Option<Held>>,
    language: Arc<LanguageChoice>,
    authority: String,
    origin: String,
}

/// Whoever came first is first. A lock alone is taken by whoever asks at the right moment: under four who
/// tried passphrases, one in two hundred waited for more than twenty seconds.
#[derive(Default)]
struct Line {
    numbers: Mutex<Numbers>,
    moved: Condvar,
}

#[derive(Default)]
struct Numbers {
    /// For the next who comes.
    next: u64,
    /// Of whoever is at the front.
    front: u64,
}

impl Line {
    /// Stands in line until everybody who came before is through, and then waits with `turn`.
    fn wait<T>(&self, turn: impl FnOnce() -> T) -> T {
        let mut numbers = self.numbers();
        let own = numbers.next;
        numbers.next += 1;
        while numbers.front != own {
            numbers = (self.moved.wait(numbers)).unwrap_or_else(PoisonError::into_inner);
        }
        drop(numbers);
        let held = turn();
        self.numbers().front += 1;
        self.moved.notify_all();
        held
    }

    fn numbers(&self) -> MutexGuard<'_, Numbers> {
        self.numbers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The app for the time of one request. At its end, before the answer goes out, what was written is marked.
pub struct Turn<'a>(MutexGuard<'a, App>);

impl Deref for Turn<'_> {
    type Target = App;

    fn deref(&self) -> &App {
        &self.0
    }
}

impl DerefMut for Turn<'_> {
    fn deref_mut(&mut self) -> &mut App {
        &mut self.0
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.mark();
    }
}

/// What all requests share.
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

impl Shared {
    /// Shares an app that is served at `authority`, such as `n1f3.localhost:4021`.
    pub fn new(app: App, authority: String) -> Self {
        let origin = format!("http://{authority}");
        Self(Arc::new(Inner {
            language: app.language_choice(),
            app: Mutex::new(app),
            line: Line::default(),
            is_to_lock: AtomicBool::new(false),
            sessions: Mutex::new(Sessions::new()),
            last_used: Mutex::new(Instant::now()),
            held: Mutex::new(None),
            authority,
            origin,
        }))
    }

    /// Host and port, as the Host header must have them.
    pub fn authority(&self) -> &str {
        &self.0.authority
    }

    /// Scheme, host and port, as the Origin header must have them.
    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    /// The language that was chosen; `None`: the browser is asked. Waits for nobody.
    pub fn language(&self) -> Option<Language> {
        self.0.language.get()
    }

    /// The app, one request at a time, in the order in which they came. A request that died leaves the record as it was on disk, so
    /// the next one may go on.
    pub fn app(&self) -> Turn<'_> {
        let mut app =
            (self.0.line).wait(|| self.0.app.lock().unwrap_or_else(PoisonError::into_inner));
        if self.0.is_to_lock.swap(false, Ordering::Relaxed) {
            self.close(&mut app);
        }
        Turn(app)
    }

    /// Locks at once where nobody uses the app, else before anybody else does. Never waits.
    pub fn lock_soon(&self) {
        match self.app_if_free() {
            Some(mut app) => self.close(&mut app),
            None => self.0.is_to_lock.store(true, Ordering::Relaxed),
        }
    }

    /// Locks; where no passphrase keeps the record closed, the sessions end.
    fn close(&self, app: &mut App) {
        if !app.lock() {
            self.sessions().end_all();
        }
    }

    /// Keeps a form until the record is open again, in the place of one before.
    pub fn hold(&self, held: Held) {
        *self.held_now() = Some(held);
    }

    /// The form that waits.
    pub fn held(&self) -> Option<Held> {
        self.held_now().clone()
    }

    /// Forgets the form that waits.
    pub fn drop_held(&self) {
        *self.held_now() = None;
    }

    /// Forgets the form that waits, where it was sent to this address.
    pub fn drop_held_at(&self, path: &str) {
        self.held_now().take_if(|held| held.path == path);
    }

    fn held_now(&self) -> MutexGuard<'_, Option<Held>> {
        (self.0.held.lock()).unwrap_or_else(PoisonError::into_inner)
    }

    /// The app, unless somebody else is using it just now.
    pub fn app_if_free(&self) -> Option<MutexGuard<'_, App>> {
        match self.0.app.try_lock() {
            Ok(app) => Some(app),
            Err(TryLockError::Poisoned(app)) => Some(app.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// The sessions of this run.
    pub fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.0
            .sessions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers that the person did something just now.
    pub fn touch(&self) {
        *self
            .0
            .last_used
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// When the person last did something.
    pub fn last_used(&self) -> Instant {
        *self
            .0
            .last_used
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
pub mod tests {
    use app::{Clock, Settings};

    use super::*;

    /// What requests share of an open record under a passphrase, and the folder that it lives in.
    pub fn begun() -> (tempfile::TempDir, Shared) {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(Settings {
            folder: folder.path().join("data"),
            clock: Clock::of_computer(),
        });
        app.begin(Some("four gray pebbles")).unwrap();
        (folder, Shared::new(app, "n.localhost:1".to_owned()))
    }

    #[test]
    fn whoever_came_first_is_first() {
        let (_folder, shared) = begun();
        let order = Mutex::new(Vec::new());
        let come = |name: &'static str| {
            let _turn = shared.app();
            order.lock().unwrap().push(name);
        };
        let is_waiting_for = |n: u64| {
            while shared.0.line.numbers().next < n {
                std::thread::yield_now();
            }
        };
        std::thread::scope(|scope| {
            let busy = shared.app();
            scope.spawn(|| come("second"));
            is_waiting_for(2);
            scope.spawn(|| come("third"));
            is_waiting_for(3);
            drop(busy);
            // Whoever had it asks again at once: a lock alone would mostly be theirs.
            come("first again");
        });
        assert_eq!(*order.lock().unwrap(), ["second", "third", "first again"]);
    }

    #[test]
    fn leaving_while_the_app_is_busy_waits_for_nobody_and_locks_before_the_next() {
        let (_folder, shared) = begun();
        let busy = shared.app();
        assert!(busy.is_open());
        shared.lock_soon();
        drop(busy);
        assert!(!shared.app().is_open());
    }
}
