//! What the person chose once for the whole record. Refuses to change it under what was already shown.

use record::Profile;

use crate::Trouble;
use crate::app::Open;

impl Open {
    /// Keeps what the person chose anew. What was said before is kept first, as it was said.
    pub(crate) fn change_profile(
        &mut self,
        change: impl FnOnce(&mut Profile) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        self.settle()?;
        let mut profile = self.store.profile()?;
        change(&mut profile)?;
        self.store.save_profile(&profile)?;
        self.forget();
        Ok(())
    }
}
