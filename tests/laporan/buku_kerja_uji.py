"""A round-trip workbook in the hands of a planner: opened, edited, saved, uploaded."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

from kinerja.impor import sesi as langkah
from kinerja.impor.buku_kerja.bentuk import baca_tanda
from kinerja.models import Pohon, SesiImpor, Simpul
from kinerja.pilihan import Jenjang
from laporan.ekspor.buku_kerja import buku_kerja
from tests import factories
from tests.factories import PADA

NAMA = "buku-kerja.xlsx"


class Sunting:
    """Edits by the ID of a row and the key of a column, as a spreadsheet would save them."""

    def __init__(self, isi: bytes):
        self.buku = openpyxl.load_workbook(io.BytesIO(isi))

    def kolom(self, lembar: str) -> dict[str, int]:
        hasil = {}
        for sel in self.buku[lembar][1]:
            if tanda := baca_tanda(sel.value):
                hasil[tanda[1]] = sel.column
        return hasil

    def baris(self, lembar: str, **cari: str) -> int:
        """The row whose cells say this."""
        kolom = self.kolom(lembar)
        for r in range(3, self.buku[lembar].max_row + 1):
            if all(self.buku[lembar].cell(r, kolom[k]).value == v for k, v in cari.items()):
                return r
        raise LookupError(f"{lembar}: {cari}")

    def ubah(self, lembar: str, r: int, **isi: Any) -> Sunting:
        for k, v in isi.items():
            self.buku[lembar].cell(r, self.kolom(lembar)[k]).value = v
        return self

    def tambah(self, lembar: str, **isi: Any) -> int:
        """A typed row below the last one."""
        r = self.buku[lembar].max_row + 1
        self.ubah(lembar, r, **isi)
        return r

    def hapus(self, lembar: str, r: int) -> Sunting:
        self.buku[lembar].delete_rows(r)
        return self

    def salin(self, lembar: str, r: int) -> int:
        """Copy a whole row to the end, its hidden key too."""
        isi = {k: self.buku[lembar].cell(r, c).value for k, c in self.kolom(lembar).items()}
        return self.tambah(lembar, **isi)

    def byte(self) -> bytes:
        keluaran = io.BytesIO()
        self.buku.save(keluaran)
        return keluaran.getvalue()


def unduh(pohon: Pohon) -> Sunting:
    """The workbook of a document, opened."""
    return Sunting(buku_kerja(Pohon.objects.get(pk=pohon.pk)))


def unggah(pohon: Pohon, oleh: Any, isi: Sunting | bytes, maksud: str = "") -> SesiImpor:
    """The preview of a workbook that comes back."""
    byte = isi.byte() if isinstance(isi, Sunting) else isi
    sesi = langkah.mulai(
        perangkat_daerah=pohon.perangkat_daerah, nama_berkas=NAMA, isi=byte, oleh=oleh,
        pada=PADA, pohon=Pohon.objects.get(pk=pohon.pk),
    )  # fmt: skip
    if maksud:
        langkah.maksudkan(sesi, maksud)
    return sesi


def beda(sesi: SesiImpor) -> dict[str, list[list[str]]]:
    """What the preview says of each row that is not left as it is: name -> [fate, differences]."""
    return {
        b["nama"] or b["kinerja"]: [b["nasib"], *b["beda"]]
        for b in sesi.rencana["baris"]
        if b["nasib"] != "SAMA"
    }


def kode(sesi: SesiImpor) -> list[str]:
    return [t["kode"] for t in sesi.rencana["temuan"]]


def di_sel(sesi: SesiImpor, kode: str) -> list[str]:
    """Where findings of a kind stand."""
    temuan = (t for t in sesi.rencana["temuan"] if t["kode"] == kode)
    return [f"{t['lembar']}!{t['sel']}" for t in temuan]


def berisi(pohon: Pohon, oleh: Any) -> dict[str, Simpul]:
    """A tree with two sub kegiatan, indicators, targets, money of two funds and claims."""
    siapa = {"oleh": oleh, "pada": PADA}
    jalur = factories.buat_jalur(pohon, oleh)
    sub = jalur[Jenjang.SUB_KEGIATAN]
    kedua = pohon.tambah(
        induk=jalur[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama="Penyediaan Sandang",
        kode="1.06.02.2.01.0002", nomor="1.10", **siapa,
    )  # fmt: skip
    orang = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    nilai = pohon.tambah_indikator(
        jalur[Jenjang.SASARAN], teks="Persentase pelayanan", satuan="%",
        formulasi=["terlayani", "dibagi semua"], utama=True, **siapa,
    )  # fmt: skip
    pohon.isi_target(orang, "55 Orang", tahun=2025, **siapa)
    pohon.isi_target(orang, "20", tahun=2025, triwulan=1, **siapa)
    pohon.isi_target(nilai, "93,50", tahun=2026, **siapa)
    pohon.isi_baseline(nilai, "Indikator Baru", tahun=2024, **siapa)
    pohon.isi_pagu(sub, "32.400.000", tahun=2025, sumber_dana="APBD", **siapa)
    pohon.isi_pagu(sub, "Rp 1.000.000,00", tahun=2025, sumber_dana="DAK", **siapa)
    pohon.isi_klaim(jalur[Jenjang.PROGRAM], "33.400.000", tahun=2025, **siapa)
    pohon.isi_klaim(pohon.akar(), "33.500.000", tahun=2025, **siapa)
    return {**jalur, "KEDUA": kedua}
