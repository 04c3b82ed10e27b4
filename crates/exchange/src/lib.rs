//! Translates records to and from other people's formats.
