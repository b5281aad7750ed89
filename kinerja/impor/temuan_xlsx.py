"""The findings of an upload as a workbook, written anew: nothing of the upload runs in it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import xlsxwriter

from kinerja.impor.kartu import JUDUL, angka_tampil
from kinerja.models import SesiImpor

LEBAR_TEMUAN = (16, 8, 30, 13, 70, 24, 18, 40)
LEBAR_ISI = (9, 14, 10, 20, 50, 50, 50, 16, 20, 22)
KEPALA_TEMUAN = (
    "Lembar",
    "Sel",
    "Temuan",
    "Bobot",
    "Penjelasan",
    "Tertulis",
    "Usul",
    "Alasan usul",
)
KEPALA_ISI = (
    *("Baris", "Jenjang", "Nomor", "Kode", "Nama", "Kinerja", "Indikator"),
    *("Target", "Pagu dibaca", "Temuan"),
)
LARANGAN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def temuan_xlsx(sesi: SesiImpor) -> bytes:
    """One sheet of findings and, per sheet of the upload, what was read with findings marked."""
    keluaran = io.BytesIO()
    pilihan = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(keluaran, pilihan) as buku:
        gaya = {
            "kepala": buku.add_format({"bold": True, "bg_color": "#E8F0FC", "border": 1}),
            "teks": buku.add_format({"text_wrap": True, "valign": "top"}),
            "angka": buku.add_format({"num_format": "#,##0", "valign": "top"}),
            "tanda": buku.add_format({"bg_color": "#FDECEA", "text_wrap": True, "valign": "top"}),
        }
        _lembar_temuan(buku, gaya, sesi.rencana.get("temuan", ()))
        _lembar_isi(buku, gaya, sesi.rencana)
    return keluaran.getvalue()


def _lembar_temuan(buku: Any, gaya: Mapping[str, Any], temuan: Iterable[Mapping[str, Any]]) -> None:
    lembar = buku.add_worksheet("Temuan")
    _kepala(lembar, gaya, KEPALA_TEMUAN, LEBAR_TEMUAN)
    r = 0
    for t in temuan:
        for usul in t["usul"] or [None]:
            r += 1
            _baris_temuan(lembar, gaya, r, t, usul)
    lembar.autofilter(0, 0, max(r, 1), len(KEPALA_TEMUAN) - 1)


def _baris_temuan(
    lembar: Any, gaya: Mapping[str, Any], r: int, t: Mapping[str, Any], usul: Any
) -> None:
    nilai = ""
    if usul:
        ke = "" if usul["sel"] == t["sel"] else f" di {usul['sel']}"
        nilai = angka_tampil(usul["nilai"]) + ke
    isi = (
        t["lembar"], t["sel"], JUDUL.get(t["kode"], t["kode"]), t["tingkat"].capitalize(),
        t["pesan"], t["mentah"], nilai, usul["alasan"] if usul else "",
    )  # fmt: skip
    for c, teks in enumerate(isi):
        lembar.write_string(r, c, str(teks)[:32000], gaya["teks"])


def _lembar_isi(buku: Any, gaya: Mapping[str, Any], cuplikan: Mapping[str, Any]) -> None:
    tanda: dict[str, list[str]] = {}
    for t in cuplikan.get("temuan", ()):
        tanda.setdefault(f"{t['lembar']}!{t['sel']}", []).append(t["kode"])
    terbuka: dict[str, tuple[Any, int]] = {}
    for b in cuplikan.get("baris", ()):
        nama = b["lembar"]
        if nama not in terbuka:
            terbuka[nama] = (buku.add_worksheet(_nama_lembar(nama, len(terbuka))), 0)
            _kepala(terbuka[nama][0], gaya, KEPALA_ISI, LEBAR_ISI)
        lembar, r = terbuka[nama]
        terbuka[nama] = (lembar, r + 1)
        _baris_isi(lembar, gaya, r + 1, b, tanda)


def _baris_isi(
    lembar: Any,
    gaya: Mapping[str, Any],
    r: int,
    b: Mapping[str, Any],
    tanda: Mapping[str, list[str]],
) -> None:
    nilai = [*b["pagu"], *(n for i in b["indikator"] for n in i["target"])]
    alamat = [b["sel"], *(n["sel"] for n in nilai)]
    kode = [f"{sel}: {k}" for sel in alamat for k in tanda.get(f"{b['lembar']}!{sel}", ())]
    gaya_teks = gaya["tanda"] if kode else gaya["teks"]
    indikator = "\n".join(i["teks"] for i in b["indikator"])
    target = "\n".join(f"{n['mentah']} {i['satuan']}" for i in b["indikator"] for n in i["target"])
    isi = (
        str(b["baris"]), b["jenjang"].replace("_", " ").lower(), b["no"], b["kode"], b["nama"],
        b["kinerja"], indikator, target,
    )  # fmt: skip
    for c, teks in enumerate(isi):
        lembar.write_string(r, c, teks[:32000], gaya_teks)
    uang = next((n for n in b["pagu"] if n["mentah"]), None)
    if uang and uang["angka"] is not None:
        lembar.write_number(r, len(isi), float(uang["angka"]), gaya["angka"])
    else:
        lembar.write_string(r, len(isi), uang["mentah"] if uang else "", gaya_teks)
    lembar.write_string(r, len(isi) + 1, "\n".join(kode), gaya_teks)


def _kepala(lembar: Any, gaya: Mapping[str, Any], kepala: tuple[str, ...], lebar: Any) -> None:
    for c, (teks, luas) in enumerate(zip(kepala, lebar, strict=True)):
        lembar.write_string(0, c, teks, gaya["kepala"])
        lembar.set_column(c, c, luas)
    lembar.freeze_panes(1, 0)


def _nama_lembar(nama: str, ke: int) -> str:
    """A sheet name Excel takes: 31 characters, none of its signs, never that of the first sheet."""
    bersih = nama.translate(LARANGAN).strip("' ")[:24] or "Lembar"
    return f"Dibaca {ke + 1} {bersih}"[:31]
