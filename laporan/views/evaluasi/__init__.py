"""Pages of the evaluator's desk."""
