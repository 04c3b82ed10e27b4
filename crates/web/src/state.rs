//! What all requests share: the app behind one lock, the sessions, and the names of this run.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Instant;

use app::App;

use crate::session::Sessions;

struct Inner {
    app: Mutex<App>,
    sessions: Mutex<Sessions>,
    last_used: Mutex<Instant>,
    authority: String,
    origin: String,
}

/// What all requests share.
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

impl Shared {
    /// Shares an app that is served at `authority`, such as `n1f3.localhost:4021`.
    pub fn new(app: App, authority: String) -> Self {
        let origin = format!("http://{authority}");
        Self(Arc::new(Inner {
            app: Mutex::new(app),
            sessions: Mutex::new(Sessions::new()),
            last_used: Mutex::new(Instant::now()),
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

    /// The app, one request at a time. A request that died leaves the record as it was on disk, so
    /// the next one may go on.
    pub fn app(&self) -> MutexGuard<'_, App> {
        self.0.app.lock().unwrap_or_else(PoisonError::into_inner)
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
