//! Pages on localhost.
