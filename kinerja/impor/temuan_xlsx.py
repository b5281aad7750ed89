"""The findings of an upload as a workbook, written anew: nothing of the upload runs in it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import xlsxwriter

from kinerja.impor.kartu import angka_tampil, judul_temuan
from kinerja.impor.putusan import daftar_putusan
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
LEBAR_KEPUTUSAN = (16, 8, 40, 40, 24)
KEPALA_KEPUTUSAN = ("Lembar", "Sel", "Tertulis", "Menjadi", "Diterapkan oleh")
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
        if sesi.koreksi or sesi.rencana.get("keputusan"):
            _lembar_keputusan(buku, gaya, sesi)
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
        t["lembar"], t["sel"], judul_temuan(t["kode"]), t["tingkat"].capitalize(),
        t["pesan"], t["mentah"], nilai, usul["alasan"] if usul else "",
    )  # fmt: skip
    for c, teks in enumerate(isi):
        lembar.write_string(r, c, str(teks)[:32000], gaya["teks"])


def _lembar_isi(buku: Any, gaya: Mapping[str, Any], cuplikan: Mapping[str, Any]) -> None:
    tanda: dict[str, list[str]] = {}
    for t in cuplikan.get("temuan", ()):
        tanda.setdefault(f"{t['lembar']}!{t['sel']}", []).append(
            f"{t['sel']} {judul_temuan(t['kode'])}: {t['pesan']}"
        )
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
    pesan = [p for sel in alamat for p in tanda.get(f"{b['lembar']}!{sel}", ())]
    gaya_teks = gaya["tanda"] if pesan else gaya["teks"]
    indikator = "\n".join(i["teks"] for i in b["indikator"])
    target = "\n".join(_target(n, i) for i in b["indikator"] for n in i["target"])
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
    lembar.write_string(r, len(isi) + 1, "\n".join(pesan)[:32000], gaya_teks)


def _target(n: Mapping[str, Any], i: Mapping[str, Any]) -> str:
    """A target as typed, with its unit unless that is typed along with it."""
    mentah, satuan = n["mentah"].strip(), i["satuan"].strip()
    return mentah if mentah.casefold().endswith(satuan.casefold()) else f"{mentah} {satuan}"


def _lembar_keputusan(buku: Any, gaya: Mapping[str, Any], sesi: SesiImpor) -> None:
    """What the planner decided; who applied it, once it was."""
    lembar = buku.add_worksheet("Keputusan")
    _kepala(lembar, gaya, KEPALA_KEPUTUSAN, LEBAR_KEPUTUSAN)
    oleh = str(sesi.riwayat.oleh) if sesi.riwayat else ""
    for r, p in enumerate(daftar_putusan(sesi), start=1):
        nama = p.alamat.rpartition("!")[0]
        isi = (nama, p.sel, p.asal, p.hasil or "dibiarkan belum diisi", oleh)
        for c, teks in enumerate(isi):
            lembar.write_string(r, c, teks[:32000], gaya["teks"])


def _kepala(lembar: Any, gaya: Mapping[str, Any], kepala: tuple[str, ...], lebar: Any) -> None:
    for c, (teks, luas) in enumerate(zip(kepala, lebar, strict=True)):
        lembar.write_string(0, c, teks, gaya["kepala"])
        lembar.set_column(c, c, luas)
    lembar.freeze_panes(1, 0)


def _nama_lembar(nama: str, ke: int) -> str:
    """A sheet name Excel takes: 31 characters, none of its signs, never that of the first sheet."""
    bersih = nama.translate(LARANGAN).strip("' ")[:24] or "Lembar"
    return f"Dibaca {ke + 1} {bersih}"[:31]
