"""Rules of the IKU document: pure, without ORM or clock."""
