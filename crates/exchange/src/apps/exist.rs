//! Reads what Exist claims. Refuses to take a claim for a fact: claims go into no record, they are only
//! handed out to be judged.

mod claims;

pub use claims::{ExistClaim, ExistClaims, exist_claims};
