"""The evaluator's desk: search, comparison, notes, packages of documents. Reads, but for notes."""
