"""A child process that works on the database and the folders of the test."""

import os

from django.db import connection


def untuk_anak(monkeypatch, settings, folder):
    """What the child of a package reads from its environment."""
    settings.HASIL_DIR, settings.MEDIA_ROOT = folder / "hasil", folder / "berkas"
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.setenv("DATABASE_URL", alamat_basis_data())


def alamat_basis_data():
    """The test database as the child is told of it."""
    milik = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{milik['NAME']}"
    asal, _, tanya = os.environ["DATABASE_URL"].partition("?")
    return f"{asal.rpartition('/')[0]}/{milik['NAME']}{'?' + tanya if tanya else ''}"
