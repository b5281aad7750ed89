"""The published IKU document as a naskah without a database: for benches and layout."""

from __future__ import annotations

import json
from pathlib import Path

from iku.aturan.bab_baku import BAKU
from iku.aturan.isi import IsiBab, IsiDokumen, IsiIku, Komponen
from iku.aturan.rumus import Pecahan
from iku.aturan.teks_bab import baca_blok, daftar_butir, isi_variabel
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah_iku import BUKU, LampiranCascading, NaskahIku
from tests.cascading.contoh import matriks

FAKTA = Path(__file__).parents[2] / "fixtures" / "iku" / "pandeglang-2026.json"
TAHUN = tuple(range(2025, 2031))
VARIABEL = {
    "perangkat_daerah": "Dinas Sosial Kabupaten Pandeglang", "pemda": "Kabupaten Pandeglang",
    "periode": "periode 2025-2029", "tahun": "2026", "tahun_awal": "2025", "tahun_akhir": "2030",
    "jumlah_iku": "4", "kepala": "Kepala Dinas Sosial",
}  # fmt: skip


def naskah() -> NaskahIku:
    """All texts of the document; annexes of 21 rows with filler words in its two column sets."""
    isi = json.loads(FAKTA.read_text(encoding="utf-8"))
    return NaskahIku(
        bentuk=BUKU,
        kop=Kop("PEMERINTAH KABUPATEN PANDEGLANG", "DINAS SOSIAL"),
        lembaga=VARIABEL["perangkat_daerah"],
        isi=IsiDokumen(
            tahun_awal=(2024,),
            tahun=TAHUN,
            iku=tuple(_iku(i) for i in isi["iku"]),
            bab=tuple(_bab(b, isi["landasan_hukum"]) for b in BAKU),
            sasaran=tuple(isi["sasaran"]),
            reviu=(),
            variabel=VARIABEL,
        ),
        tahun=2026,
        tempat_bulan="Pandeglang, Agustus 2025",
        tempat="Pandeglang",
        tanggal_keputusan="4 Agustus 2025",
        nomor="1",
        penanda=Penanda("Kepala Dinas Sosial", "Kepala Dinas Sosial", "Pembina", "1" * 18),
        lampiran=(
            LampiranCascading("III", "Cascading Belanja Dasar", matriks(21, "belanja-dasar-12")),
            LampiranCascading("IV", "Cascading Belanja Wajib", matriks(21, "belanja-wajib-24")),
        ),
        konsep=True,
        status="Draf",
        kaki="Indikator Kinerja Utama",
        diubah="2025-08-04T10:00:00+07:00",
    )


def _iku(i) -> IsiIku:
    pecahan = Pecahan(i["pembilang"], i["penyebut"], i["pengali"]) if i["pembilang"] else None
    return IsiIku(
        uid=str(i["urutan"]), indikator=i["indikator"], satuan=i["satuan"], awal=(i["awal"],),
        target=tuple(i["target"].values()), ket=i["ket"], judul=i["judul"], tujuan=i["tujuan"],
        sasaran=i["sasaran"], uraian=baca_blok(i.get("uraian", "")), program=tuple(i["program"]),
        komponen=tuple(Komponen(a, b, c.strip("?"), bool(c)) for a, b, c in i["komponen"]),
        pecahan=pecahan, rumus=(), definisi="", sumber_data="", penanggung_jawab="",
        sebutan_lampiran=i.get("sebutan_lampiran", ""), cara=i.get("cara", ""),
        kriteria=tuple(i.get("kriteria", ())), jenjang="SASARAN" if "cara" in i else "TUJUAN",
    )  # fmt: skip


def _bab(b, hukum: list[str]) -> IsiBab:
    teks = isi_variabel("\n".join(hukum) if b.baku == "LANDASAN_HUKUM" else b.isi, VARIABEL)
    return IsiBab(
        b.bagian, b.baku, isi_variabel(b.judul, VARIABEL),
        () if b.berdaftar else baca_blok(teks), daftar_butir(teks) if b.berdaftar else (),
        b.berdaftar,
    )  # fmt: skip
