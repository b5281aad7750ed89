"""What everybody may read of a pemda that switched its public page on: approved things only."""
