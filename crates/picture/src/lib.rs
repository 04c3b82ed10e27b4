//! Numbers laid out as accessible SVG: marks, bands, axes.
