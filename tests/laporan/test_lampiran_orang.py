"""Files inside a public PDF hold no more of people than its pages print."""

from __future__ import annotations

import json
import re
from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader

from kinerja.models import Pegawai, Pengguna
from laporan.models import Dokumen
from laporan.pengesahan import pastikan_cetakan
from tests.kinerja.salinan_uji import setujui
from tests.laporan.perjanjian_uji import akun, diajukan, disahkan

NIP_BUPATI = "197502022000031999"
PANGKAT_BUPATI = "Pembina Utama Madya"


@pytest.fixture
def bupati(kantor):
    """A kepala daerah with rank and NIP, which his signature does not print."""
    satu = akun(kantor, "bupati")
    Pegawai.objects.filter(pk=satu.pegawai_id).update(nip=NIP_BUPATI, pangkat=PANGKAT_BUPATI)
    return satu


@pytest.fixture(params=["kadis", "kabid_a", "POHON"])
def dokumen(request, kantor, perencana, bupati):
    Pengguna.objects.update(email="akun@contoh.go.id")
    if request.param == "POHON":
        setujui(kantor.pohon, perencana)
        return Dokumen.objects.get(jenis="POHON")
    atasan = bupati if request.param == "kadis" else akun(kantor, "kadis")
    return disahkan(diajukan(kantor, request.param, perencana), atasan)


def sel(isi):
    buku = openpyxl.load_workbook(BytesIO(isi))
    return [str(s) for lembar in buku for b in lembar.iter_rows(values_only=True) for s in b if s]


def nilai(isi):
    """All keys and values of JSON as text."""
    if isinstance(isi, dict):
        return [s for k, v in isi.items() for s in (k, *nilai(v))]
    return [s for v in isi for s in nilai(v)] if isinstance(isi, list) else [str(isi)]


def rapat(teks):
    return re.sub(r"\s", "", teks)


def test_attachments_hold_no_person_that_is_not_printed(dokumen):
    pdf = PdfReader(BytesIO(bytes(pastikan_cetakan(dokumen).isi)))
    tercetak = rapat("".join(h.extract_text() for h in pdf.pages))
    isi = [
        s
        for nama, (satu, *_) in pdf.attachments.items()
        for s in (nilai(json.loads(satu)) if nama.endswith("json") else sel(satu))
    ]
    teks = "\n".join(isi)

    assert len(pdf.attachments) == 2
    for nip in re.findall(r"(?<!\d)\d{18}(?!\d)", teks):
        assert nip in tercetak
    for orang in Pegawai.objects.all():
        for data in (orang.nama, orang.pangkat, orang.nip):
            assert not data or data not in teks or rapat(data) in tercetak, data
    for akun_ in Pengguna.objects.all():
        assert akun_.username not in isi
    assert "@" not in teks
    assert not re.findall(r"pegawai_id|pengguna|email|username", teks)


def test_the_nip_of_who_signs_is_in_the_data_as_on_the_page(kantor, perencana):
    satu = disahkan(diajukan(kantor, "kabid_a", perencana), akun(kantor, "kadis"))

    nip = {satu.cuplikan[pihak]["nip"] for pihak in ("pertama", "kedua")}

    tercetak = rapat(PdfReader(BytesIO(bytes(pastikan_cetakan(satu).isi))).pages[0].extract_text())
    assert len(nip) == 2
    assert all(n and n in tercetak for n in nip)
