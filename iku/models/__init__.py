"""Main indicators: the reference sheet, the IKU document, its review."""
