//! The copy of the program that runs already: one serves a record, and a second start finds it.
//! Refuses to let two serve the same record.

use store::ClaimError;

use crate::{App, Trouble};

impl App {
    /// Makes sure that no second copy serves the same record.
    ///
    /// # Errors
    /// [`Trouble`] naming the port of the copy that runs already.
    pub fn claim(&mut self, port: u16) -> Result<(), Trouble> {
        match self.folder.claim_server(port) {
            Ok(claim) => {
                self.claim = Some(claim);
                Ok(())
            }
            Err(ClaimError::AlreadyRunning { .. }) => Err(Trouble::input(
                "this record is open in another copy of the program",
                "stop the other copy first, or start without options to open its window",
            )),
            Err(ClaimError::Store(error)) => Err(error.into()),
        }
    }

    /// Says where the pages of this record are to be found, for a second start.
    pub fn put_address(&self, address: &str) {
        // Without it a second start cannot find this one; nothing else depends on it.
        let _ = self.folder.put_address(address);
    }

    /// A fresh start link of the copy that runs already; `None` when it left no address.
    ///
    /// # Errors
    /// [`Trouble`] when the folder cannot be written.
    pub fn link_of_running(&self) -> Result<Option<String>, Trouble> {
        let Some(address) = self.folder.address() else {
            return Ok(None);
        };
        let ticket = crate::random_hex(32);
        self.folder.put_ticket(&ticket)?;
        Ok(Some(format!("http://{address}/start?k={ticket}")))
    }

    /// Takes the ticket that a second start left; good once, for a minute.
    #[must_use]
    pub fn take_ticket(&self, ticket: &str) -> bool {
        self.folder.take_ticket(ticket)
    }
}
