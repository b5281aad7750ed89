"""Golden test: reading each sample of fixtures/contoh gives what its expectation says."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.jawaban import jawaban

CONTOH = Path(__file__).resolve().parents[2] / "fixtures" / "contoh"
NAMA = sorted(
    str(p.relative_to(CONTOH)).removesuffix(".harapan.json") for p in CONTOH.rglob("*.harapan.json")
)


@cache
def baca(nama):
    return jawaban(baca_berkas(CONTOH / nama, Path(nama).name, PilihanImpor(tahun=2025)))


def harapan(nama):
    return json.loads((CONTOH / f"{nama}.harapan.json").read_text(encoding="utf-8"))


def bermedan(medan):
    return [nama for nama in NAMA if medan in harapan(nama)]


def simpul_terbaca(nama):
    return [simpul for tabel in baca(nama)["tabel"] for simpul in tabel["simpul"]]


def _padat(teks):
    return re.sub(r"\W+", "", teks or "").casefold()


def _pagu(simpul):
    return next((isi["nilai"] for isi in simpul["pagu"].values()), None)


def _target(simpul):
    daftar = [isi["nilai"] for i in simpul["indikator"] for isi in i.get("target", {}).values()]
    return daftar[0] if daftar else None


def _sama_angka(a, b):
    return (float(a) if a else None) == (float(b) if b else None)


@pytest.mark.parametrize("nama", bermedan("hasil"))
def test_the_verdict(nama):
    assert baca(nama)["hasil"] == harapan(nama)["hasil"]


@pytest.mark.parametrize("nama", bermedan("galat"))
def test_galat_are_exactly_these(nama):
    ingin = {(g.get("sel"), g["kode"]) for g in harapan(nama).get("galat", [])}
    berletak = all(sel for sel, _ in ingin)
    ada = {(g["sel"] if berletak else None, g["kode"]) for g in baca(nama)["galat"]}

    assert ada == (ingin if berletak else {(None, kode) for _, kode in ingin})


@pytest.mark.parametrize("nama", NAMA)
def test_warnings_are_among_those_found(nama):
    isi = harapan(nama)
    ada = {(p["sel"], p["kode"]) for p in baca(nama)["peringatan"]}
    kode = {satu for _, satu in ada}
    ingin = {(p.get("sel"), p["kode"]) for p in isi.get("peringatan", [])}

    assert [p for p in ingin if p not in ada and (p[0] or p[1] not in kode)] == []
    if isi.get("lengkap"):
        assert ada == ingin


@pytest.mark.parametrize("nama", bermedan("simpul"))
def test_every_row_becomes_its_box(nama):
    sisa = {}
    for simpul in simpul_terbaca(nama):
        sisa.setdefault((simpul["level"], _padat(simpul["nama"])), []).append(simpul)

    for ingin in harapan(nama)["simpul"]:
        calon = sisa.get((ingin["level"], _padat(ingin["nama"])), [])
        assert calon, ingin
        simpul = calon.pop(0)
        assert simpul["indikator"][0]["teks"] if ingin["indikator"] else not simpul["indikator"]
        if "pagu" in ingin:
            assert _pagu(simpul) == ingin["pagu"], ingin
            assert _sama_angka(_target(simpul), ingin["target"]), ingin
            assert simpul["baris"] == ingin["baris"]
    assert not any(sisa.values())


@pytest.mark.parametrize("nama", bermedan("simpul"))
def test_every_box_hangs_under_its_parent(nama):
    milik = {simpul["id"]: simpul for simpul in simpul_terbaca(nama)}
    induk = {s["id"]: s.get("induk") for s in harapan(nama)["simpul"]}
    tertulis = {s["id"]: _padat(s["nama"]) for s in harapan(nama)["simpul"]}

    ingin = sorted((tertulis[i], tertulis.get(k, "")) for i, k in induk.items() if k)
    ada = [(s, milik.get(s["induk"])) for s in milik.values()]

    assert ingin == [] or ingin == sorted(
        (_padat(s["nama"]), _padat(k["nama"])) for s, k in ada if k
    )


@pytest.mark.parametrize("nama", bermedan("jumlah"))
def test_the_count_per_level(nama):
    ada = {}
    for tabel in baca(nama)["tabel"]:
        for level, banyak in tabel["jumlah"].items():
            ada[level] = ada.get(level, 0) + banyak

    assert {level: ada.get(level) for level in harapan(nama)["jumlah"]} == harapan(nama)["jumlah"]


@pytest.mark.parametrize("nama", bermedan("simpul_minimum"))
def test_the_first_table_is_read(nama):
    ada = {(s["level"], _padat(s["nama"])) for s in simpul_terbaca(nama)}

    assert {(s["level"], _padat(s["nama"])) for s in harapan(nama)["simpul_minimum"]} <= ada


@pytest.mark.parametrize("nama", bermedan("kolom"))
def test_header_and_columns(nama):
    isi, tabel = harapan(nama), baca(nama)["tabel"][0]

    assert tabel["jenis"] == isi["jenis"]
    assert tabel["baris_judul"] == isi["baris_judul"]
    assert tabel["baris_data"] == isi["baris_data"]
    assert tabel["kolom"] == isi["kolom"]


@pytest.mark.parametrize("nama", bermedan("sel"))
def test_cell_by_cell(nama):
    milik = {simpul["baris"]: simpul for simpul in simpul_terbaca(nama)}

    for sel in harapan(nama)["sel"]:
        simpul = milik[int(re.sub(r"\D", "", sel["sel"]))]
        if "pagu" in sel:
            assert _pagu(simpul) == sel["pagu"], sel
        if "target" in sel:
            assert _sama_angka(_target(simpul), sel["target"]), sel
        if "nama" in sel:
            assert simpul["nama"] == sel["nama"], sel


@pytest.mark.parametrize("nama", bermedan("usul_pertama"))
def test_the_first_proposal_repairs_the_right_cell(nama):
    temuan = baca(nama)["galat"] + baca(nama)["peringatan"]
    usul = {t["sel"]: t["usul"][0] for t in temuan if t["usul"]}

    for sel, (perbaiki, nilai) in harapan(nama)["usul_pertama"].items():
        assert usul[sel]["sel"] == perbaiki, sel
        assert int(usul[sel]["nilai"].replace(".", "")) == nilai, sel
