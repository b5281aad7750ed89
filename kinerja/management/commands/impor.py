"""``manage.py impor``: the same reading as in the browser, answered as one JSON object."""

from __future__ import annotations

import json
import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

TAHUN = range(1990, 2100)
logger = logging.getLogger(__name__)  # quiet unless --verbosity 2: whoever calls sees one answer
logger.addHandler(logging.NullHandler())


class Command(BaseCommand):
    help = "Membaca buku kerja perencanaan: pratinjau, atau memuatnya dengan --terapkan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", help="jalur ke berkas .xlsx (.csv untuk nomenklatur)")
        parser.add_argument("--lembar", help="nama lembar")
        parser.add_argument("--tabel", type=int, help="nomor tabel bila ada beberapa")
        parser.add_argument("--jenis", help="tata letak, misalnya renja_garis_besar")
        tujuan = parser.add_mutually_exclusive_group()
        tujuan.add_argument("--pohon", type=int, help="id dokumen yang sudah ada")
        tujuan.add_argument("--baru", metavar="KODE_PD", help="buat dokumen baru untuk kode ini")
        parser.add_argument("--periode", help="nama periode dokumen baru")
        parser.add_argument("--judul", default="", help="judul dokumen baru")
        parser.add_argument("--jenis-pohon", help="CASCADING, POHON_KINERJA, atau RPJMD")
        parser.add_argument("--induk", help="uid simpul tempat menggantungkan baris teratas")
        parser.add_argument("--tahun", type=int)
        parser.add_argument("--tahap", default="", help="misalnya MURNI")
        parser.add_argument(
            "--koreksi", nargs="+", action="extend", default=[], metavar="SEL=NILAI"
        )
        parser.add_argument(
            "--peta", nargs="+", action="extend", default=[], metavar="JUDUL=KOLOM",
            help="arti judul kolom, misalnya “Tolok Ukur=indikator”",
        )  # fmt: skip
        parser.add_argument("--semua-tabel", action="store_true", help="tabel sesusunan sekaligus")
        parser.add_argument(
            "--maksud", type=str.upper, default="", choices=["TAMBAH", "PERBARUI", "SAMAKAN"],
            help="untuk buku kerja yang diunduh dari sini; SAMAKAN juga menghapus",
        )  # fmt: skip
        parser.add_argument("--terima-usul", action="store_true")
        parser.add_argument("--terapkan", action="store_true")
        parser.add_argument("--oleh", help="nama pengguna yang memuat")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **pilihan: Any) -> None:
        logger.propagate = pilihan["verbosity"] > 1  # else nothing but the answer is printed
        isi, kode = self._jalankan(pilihan)
        if pilihan["json"]:
            teks = json.dumps(isi, ensure_ascii=False)  # names of files may hold broken letters
            self.stdout.write(teks.encode("utf-8", "replace").decode())
        else:
            self._cetak(isi)
        if kode:
            raise SystemExit(kode)

    def _jalankan(self, pilihan: dict[str, Any]) -> tuple[dict[str, Any], int]:
        """The answer and the exit code. Whatever goes wrong becomes a refusal in words."""
        from kinerja.impor.jawaban import KELUAR
        from kinerja.impor.koreksi import PilihanTidakSah

        try:
            isi = self._baca(pilihan)
        except PilihanTidakSah as salah:
            isi = _tolak("PILIHAN_TIDAK_SAH", str(salah))
        except OSError as galat:
            isi = _tolak("BERKAS_RUSAK", _tak_terbuka(galat, str(pilihan["berkas"])))
        except Exception:
            logger.exception("Impor gagal")
            isi = _tolak("BERKAS_RUSAK", _TAK_TERDUGA)
        return isi, KELUAR[isi["hasil"]]

    def _baca(self, pilihan: dict[str, Any]) -> dict[str, Any]:
        from kinerja.impor.bacakan import baca_berkas
        from kinerja.impor.jawaban import jawaban

        if not pilihan["berkas"]:
            raise FileNotFoundError
        jalur, tujuan = Path(pilihan["berkas"]), None
        if pilihan["pohon"] is not None or pilihan["baru"]:
            from kinerja.impor.perintah import cari_tujuan

            tujuan = cari_tujuan(pilihan)
        dipilih = _pilihan(pilihan, tujuan)
        if pilihan["terapkan"]:
            return _terapkan(jalur, dipilih, tujuan, pilihan)
        hasil = baca_berkas(jalur, jalur.name, dipilih, terima_usul=pilihan["terima_usul"])
        if hasil.buku_kerja is None or tujuan is None:
            return jawaban(hasil)
        from kinerja.impor.perintah_buku import banding

        hasil, rencana = banding(hasil, tujuan)
        return jawaban(hasil) | rencana

    def _cetak(self, isi: dict[str, Any]) -> None:
        self.stdout.write(f"Hasil: {isi['hasil']}")
        for t in isi["tabel"]:
            jumlah = ", ".join(f"{n} {level}" for level, n in t["jumlah"].items())
            self.stdout.write(f"{t['lembar']} ({t['jenis']}): {jumlah}")
        for daftar in ("galat", "peringatan"):
            for g in isi[daftar]:
                letak = "!".join(x for x in (g["lembar"], g["sel"]) if x)
                usul = "".join(f" Usul {u['sel']}: {u['nilai']}." for u in g["usul"][:1])
                self.stdout.write(f"{daftar} {letak} {g['kode']}: {g['pesan']}{usul}")


def _tak_terbuka(galat: OSError, nama: str) -> str:
    singkat = nama if len(nama) <= 200 else f"{nama[:80]}…{nama[-40:]}"
    if isinstance(galat, FileNotFoundError):
        return f"Berkas “{singkat}” tidak ditemukan."
    if isinstance(galat, IsADirectoryError):
        return f"“{singkat}” folder, bukan berkas. Sebutkan berkas .xlsx di dalamnya."
    if isinstance(galat, PermissionError):
        return f"Berkas “{singkat}” tidak boleh dibaca oleh pengguna yang menjalankan perintah ini."
    return f"Berkas “{singkat}” tidak dapat dibuka. Periksa nama dan letaknya."


_TAK_TERDUGA = (
    "Berkas tidak dapat dibaca karena isinya tidak lazim. Simpan ulang sebagai .xlsx, lalu "
    "coba lagi."
)


def _terapkan(jalur: Path, dipilih: Any, tujuan: Any, pilihan: dict[str, Any]) -> dict[str, Any]:
    """Write what the workbook says; the answer names the document that holds it now."""
    from kinerja.impor.jawaban import jawaban
    from kinerja.impor.koreksi import PilihanTidakSah
    from kinerja.impor.perintah import muat

    if tujuan is None or not pilihan["oleh"]:
        raise PilihanTidakSah("--terapkan memerlukan --oleh dan salah satu dari --pohon, --baru.")
    muatan = muat(
        jalur,
        dipilih,
        tujuan,
        oleh=pilihan["oleh"],
        pada=timezone.now(),
        usul=pilihan["terima_usul"],
    )
    isi = jawaban(muatan.hasil) | muatan.rencana
    isi |= {"pohon": muatan.pohon, "perubahan": muatan.perubahan}
    return isi | ({"peta_jabatan": muatan.peta_jabatan} if muatan.peta_jabatan else {})


def _pilihan(pilihan: dict[str, Any], tujuan: Any) -> Any:
    from kinerja.impor.bacaan import PilihanImpor
    from kinerja.impor.koreksi import PilihanTidakSah

    if (tahun := pilihan["tahun"]) is not None and tahun not in TAHUN:
        raise PilihanTidakSah(f"--tahun harus {TAHUN[0]} sampai {TAHUN[-1]}, bukan {tahun}.")
    return PilihanImpor(
        lembar=pilihan["lembar"],
        jenis=pilihan["jenis"],
        tabel=pilihan["tabel"],
        tahun=pilihan["tahun"],
        koreksi=dict(_koreksi(k) for k in pilihan["koreksi"]),
        tahun_awal=tujuan.periode.tahun_awal if tujuan else None,
        semua_tabel=pilihan["semua_tabel"],
        peta=dict(_peta(p) for p in pilihan["peta"]),
    )


def _koreksi(teks: str) -> tuple[str, str]:
    """ "RENJA 2025!H43=32.400.000" -> its key and value; nothing after "=" leaves it unfilled."""
    from kinerja.impor.koreksi import PilihanTidakSah

    sel, sama, nilai = teks.partition("=")
    if not sama:
        raise PilihanTidakSah(f"Koreksi “{teks}” harus berbentuk SEL=NILAI.")
    return sel.strip(), nilai


def _peta(teks: str) -> tuple[str, str]:
    """ "Tolok Ukur=indikator" -> what the head is remembered by, and its column key."""
    from kinerja.impor.koreksi import PilihanTidakSah
    from kinerja.impor.tajuk_peta import kunci_judul, kunci_sah

    judul, sama, kolom = teks.rpartition("=")
    if not sama or not kunci_judul(judul) or not kunci_sah(kolom.strip()):
        raise PilihanTidakSah(f"Peta “{teks}” harus berbentuk JUDUL=KOLOM dengan kolom baku.")
    return kunci_judul(judul), kolom.strip()


def _tolak(kode: str, pesan: str) -> dict[str, Any]:
    galat: dict[str, Any] = {"lembar": None, "sel": None, "kode": kode, "pesan": pesan, "usul": []}
    return {"hasil": "ditolak", "tabel": [], "galat": [galat], "peringatan": []}
