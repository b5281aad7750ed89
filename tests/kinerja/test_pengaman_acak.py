"""Damaged at random, a workbook is read or refused; nothing else ever happens."""

import io
import random
import zipfile

import pytest

from kinerja.impor.pengaman import BerkasDitolak, periksa
from scripts.contoh_berbahaya import KECIL

PENGGANGGU = (
    b"<",
    b'"',
    b"&",
    b'<c r="A1">',
    b"<row>",
    b"<f>",
    b"</c>",
    b' r="ZZ9"',
    b' t="e"',
    b"9" * 30,
    b"<v/>",
    b"<extLst/>",
    b'<mergeCell ref=":"/>',
    b'<col min="1" max="99999999" hidden="1"/>',
)


@pytest.fixture(scope="module")
def utuh(tmp_path_factory):
    jalur = tmp_path_factory.mktemp("utuh") / "buku.xlsx"
    KECIL["rumus-dan-galat.xlsx"][0](jalur)
    return jalur.read_bytes()


def rusakkan(isi, acak):
    letak = acak.randrange(len(isi))
    sisip = acak.choice((*PENGGANGGU, bytes([acak.randrange(256)]), b""))
    return isi[:letak] + sisip + isi[letak + acak.randrange(4) :]


def rusakkan_bagian(isi, acak):
    """Damage one part and zip it again, so that the zip itself is sound."""
    asal, hasil = zipfile.ZipFile(io.BytesIO(isi)), io.BytesIO()
    korban = acak.choice(asal.namelist())
    with zipfile.ZipFile(hasil, "w") as arsip:
        for nama in asal.namelist():
            bagian = asal.read(nama)
            arsip.writestr(nama, rusakkan(bagian, acak) if nama == korban else bagian)
    return hasil.getvalue()


@pytest.mark.parametrize("cara", [rusakkan, rusakkan_bagian])
def test_damage_is_a_refusal_at_worst(tmp_path, utuh, cara):
    acak = random.Random(20250101)
    pesan = []
    for _ in range(400):
        (tmp_path / "buku.xlsx").write_bytes(cara(utuh, acak))
        try:
            periksa(tmp_path / "buku.xlsx")
        except BerkasDitolak as galat:
            pesan.append(galat.pesan)

    assert 100 < len(pesan) < 400
    assert all(satu.endswith(".") for satu in pesan)
