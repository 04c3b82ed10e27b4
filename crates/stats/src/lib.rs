//! Numbers in, estimates with uncertainty out.
