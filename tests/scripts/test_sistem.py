"""What the machine lacks is installed by root, else named with the exact command."""

import os

import pytest

from scripts import sistem
from scripts.sistem import Kebutuhan


@pytest.fixture
def terpasang(monkeypatch):
    """apt-get as a list of what it was asked to do."""
    perintah = []
    monkeypatch.setattr(sistem, "program_ada", lambda *nama: True)
    monkeypatch.setattr(sistem.subprocess, "run", lambda argumen, **_: perintah.append(argumen))
    return perintah


def butuh(monkeypatch, *daftar):
    monkeypatch.setattr(sistem, "kebutuhan", lambda kelompok: list(daftar))


def kurang(nama, paket, *, wajib=True):
    return Kebutuhan(nama, paket, lambda: False, wajib)


def test_nothing_missing_runs_nothing(monkeypatch, terpasang, capsys):
    butuh(monkeypatch, Kebutuhan("Pango", "libpango-1.0-0", lambda: True))

    assert sistem.pastikan("demo") == []
    assert (terpasang, capsys.readouterr().err) == ([], "")


def test_root_installs_what_is_missing_and_looks_again(monkeypatch, terpasang):
    ada = iter([False, True])
    butuh(monkeypatch, Kebutuhan("Pango", "libpango-1.0-0", lambda: next(ada)))
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert sistem.pastikan("demo") == []
    assert [p[1] for p in terpasang] == ["update", "install"]
    assert terpasang[1][-1] == "libpango-1.0-0"


def test_others_are_told_the_exact_command(monkeypatch, terpasang, capsys):
    butuh(monkeypatch, kurang("venv", "python3-venv"), kurang("Pango", "libpango-1.0-0"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit):
        sistem.pastikan("demo")

    perintah = "sudo apt-get install -y --no-install-recommends libpango-1.0-0 python3-venv"
    assert perintah in capsys.readouterr().err
    assert terpasang == []


def test_missing_test_tool_is_named_but_does_not_stop(monkeypatch, terpasang, capsys):
    chromium = kurang("Chromium", "chromium", wajib=False)
    butuh(monkeypatch, chromium)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert sistem.pastikan("uji") == [chromium]
    assert "- Chromium" in capsys.readouterr().err


def test_capabilities_are_really_looked_for():
    assert sistem.pustaka_ada("libc.so.6")
    assert not sistem.pustaka_ada("libtidak-ada-0.so")
    assert not sistem.huruf_ada("Huruf Yang Tidak Pernah Ada")
    assert not sistem.program_ada("program-yang-tidak-pernah-ada")


def test_chromium_of_the_environment_wins(monkeypatch, tmp_path):
    peramban = tmp_path / "peramban"
    peramban.touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM", str(peramban))

    assert sistem.jalur_chromium() == str(peramban)
