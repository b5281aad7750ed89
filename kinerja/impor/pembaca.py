"""From the bytes of an upload to a ``Buku``; the reading itself happens in a child process.

A hostile workbook can at worst end the child: it has little memory, few seconds and no network
of its own to speak of, and what it wrote goes with its temporary directory. Whatever happens
comes out as BerkasDitolak with one clear sentence.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from kinerja.aturan.temuan import Temuan, Tingkat

from . import anak
from .buku import Buku, Lembar
from .buku_csv import baca_csv
from .pengaman import CSV, XLSX, Batas, BerkasDitolak, beda_akhiran, kenali, tolak_csv
from .pengaman.batas import rusak, terlalu_besar

_catat = logging.getLogger(__name__)
_AKAR = Path(__file__).resolve().parents[2]


def baca(jalur: Path | str, nama: str, *, csv: bool = False, batas: Batas | None = None) -> Buku:
    """Read a workbook. Raises BerkasDitolak.

    ``nama`` is what the user called the file. ``csv`` says that the layout takes text files
    (nomenklatur only). A sheet beyond the limits has ``terlalu_luas`` and no rows.
    """
    jalur = Path(jalur).resolve()
    batas = batas or batas_pengaturan()
    jenis = kenali(jalur, batas)
    if jenis == CSV and not csv:
        raise tolak_csv()
    lembar = [baca_csv(jalur, nama, batas)] if jenis == CSV else _baca_di_anak(jalur, batas)
    return Buku(nama, _sha256(jalur), lembar, _temuan_berkas(nama, jenis))


def batas_pengaturan() -> Batas:
    """The limits with what the settings change (``IMPOR_BATAS``: name -> number)."""
    return Batas(**getattr(settings, "IMPOR_BATAS", {}))


def _temuan_berkas(nama: str, jenis: str) -> list[Temuan]:
    pesan = beda_akhiran(nama, jenis if jenis == CSV else XLSX)
    if not pesan:
        return []
    return [Temuan(kode="EKSTENSI_TIDAK_SESUAI", pesan=pesan, tingkat=Tingkat.PERINGATAN)]


def _sha256(jalur: Path) -> str:
    with jalur.open("rb") as berkas:
        return hashlib.file_digest(berkas, "sha256").hexdigest()


def _baca_di_anak(jalur: Path, batas: Batas) -> list[Lembar]:
    with TemporaryDirectory(prefix="impor-") as map_:
        _jalankan(jalur, Path(map_), batas)
        with (Path(map_) / anak.HASIL).open("rb") as hasil:
            return _susun(_urai(baris) for baris in hasil)


def _urai(baris: bytes) -> dict:
    """One line of the child. NUL and half surrogates, which no database keeps, become visible."""
    isi: dict = json.loads(baris)
    return _tampakkan(isi) if b"\\u0000" in baris or b"\\ud" in baris else isi


def _tampakkan(isi: Any) -> Any:
    if isinstance(isi, str):
        utuh = isi.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return utuh.replace("\x00", "\ufffd")
    if isinstance(isi, list):
        return [_tampakkan(satu) for satu in isi]
    if isinstance(isi, dict):
        return {kunci: _tampakkan(nilai) for kunci, nilai in isi.items()}
    return isi


def _jalankan(jalur: Path, map_: Path, batas: Batas) -> None:
    perintah = [sys.executable, "-I", "-S", "-X", "utf8", anak.__file__]
    permintaan = {
        "jalur": str(jalur),
        "batas": batas.semua(),
        "jalur_modul": [str(_AKAR), _map_paket("python_calamine")],
    }
    keluhan = map_ / "keluhan.txt"
    try:
        with keluhan.open("wb") as stderr:
            selesai = subprocess.run(  # noqa: S603 — our own program, no shell
                [*perintah, json.dumps(permintaan)],
                cwd=map_,
                env=_lingkungan(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,  # never written to: its end wakes us when the child ends
                stderr=stderr,
                timeout=batas.detik,
                check=False,
            )
    except subprocess.TimeoutExpired as galat:
        raise terlalu_besar("terlalu lama dibaca") from galat
    if selesai.returncode:
        _catat.warning("Anak pembaca berakhir %s: %s", selesai.returncode, _ekor(keluhan))
    if selesai.returncode < 0:  # killed by a limit, or Rust gave up on memory
        raise terlalu_besar("memerlukan terlalu banyak memori atau waktu")
    if selesai.returncode > 0:
        raise rusak()


def _lingkungan() -> dict[str, str]:
    """Nothing of the server's environment, secrets least of all, but where libraries lie."""
    return {nama: os.environ[nama] for nama in ("LD_LIBRARY_PATH",) if nama in os.environ}


def _ekor(keluhan: Path) -> str:
    return keluhan.read_bytes()[-2000:].decode(errors="replace")


def _map_paket(paket: str) -> str:
    spesifikasi = find_spec(paket)
    if spesifikasi is None or spesifikasi.origin is None:
        raise ModuleNotFoundError(paket)
    return str(Path(spesifikasi.origin).parents[1])


def _susun(bagian: Iterable[dict]) -> list[Lembar]:
    """The child's lines: a sheet, then its rows in portions."""
    hasil: list[Lembar] = []
    for isi in bagian:
        if "ditolak" in isi:
            raise BerkasDitolak(*isi["ditolak"])
        if "nama" in isi:
            hasil.append(_lembar(isi))
        else:
            _isi(hasil[-1].baris, isi)
    for lembar in hasil:
        for (baris, kolom), galat in lembar.galat.items():
            _pasang(lembar.baris, baris, kolom, galat)
        while lembar.baris and not lembar.baris[-1]:
            lembar.baris.pop()
    return hasil


def _isi(baris: list[list[object]], isi: dict) -> None:
    baris.extend(isi["baris"])
    for nomor, kolom, jenis, teks in isi["tanggal"]:
        _pasang(baris, nomor, kolom, _tanggal(jenis, teks))


def _lembar(isi: dict) -> Lembar:
    lembar = Lembar(
        nama=isi["nama"],
        gabungan=[(r0, c0, r1, c1) for r0, c0, r1, c1 in isi["gabungan"]],
        tersembunyi=isi["tersembunyi"],
        baris_tersembunyi=set(isi["baris_tersembunyi"]),
        kolom_tersembunyi=set(isi["kolom_tersembunyi"]),
        format=_per_sel(isi["format"]),
        rumus=_per_sel(isi["rumus"]),
        tanpa_nilai={(r, c) for r, c in isi["tanpa_nilai"]},
        galat=_per_sel(isi["galat"]),
        dicoret={(r, c) for r, c in isi["dicoret"]},
        indentasi=_per_sel(isi["indentasi"]),
        rupa=_per_sel(isi["rupa"]),
    )
    if isi["terlalu_luas"]:
        lembar.terlalu_luas = _temuan_luas(lembar.nama, isi["terlalu_luas"])
        lembar.galat.clear()
    return lembar


def _per_sel(menurut_isi: list) -> dict[tuple[int, int], Any]:
    """The child writes each value once, then its places in a row."""
    hasil = {}
    for isi, letak in menurut_isi:
        hasil.update(dict.fromkeys(zip(letak[::2], letak[1::2], strict=True), isi))
    return hasil


def _temuan_luas(nama: str, sebab: str) -> Temuan:
    pesan = (
        f"Lembar “{nama}” tidak dibaca: {sebab}. Hapus baris, kolom, atau gabungan sel di luar "
        "tabel, atau pecah menjadi beberapa berkas."
    )
    return Temuan(kode="LEMBAR_TERLALU_LUAS", pesan=pesan, tingkat=Tingkat.TOLAK).di(lembar=nama)


def _tanggal(jenis: str, isi: str | float) -> object:
    if jenis == "timedelta":
        return dt.timedelta(seconds=float(isi))
    if jenis == "datetime":
        return dt.datetime.fromisoformat(str(isi))
    return (dt.date if jenis == "date" else dt.time).fromisoformat(str(isi))


def _pasang(baris: list[list[object]], nomor: int, kolom: int, isi: object) -> None:
    """Set a cell that the value reader left empty, making its row long enough."""
    while len(baris) <= nomor:
        baris.append([])
    sel = baris[nomor]
    sel.extend([None] * (kolom + 1 - len(sel)))
    sel[kolom] = isi
