"""Write a package: the files of each agency, index.html and daftar.csv, one zip, streaming."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from django.utils import timezone

from kinerja.aturan.tanggal import tanggal
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.gambar.ukur_teks import HurufTidakAda
from kinerja.models import PerangkatDaerah
from laporan.aturan.paket import Penamaan
from laporan.ekspor.paket import BarisPaket, daftar_csv, halaman_indeks
from laporan.evaluasi.butir_paket import DAFTAR, Butir, Isi
from laporan.jenis_cetak import Kemajuan

POTONG = 1024 * 1024
DIPADATKAN = frozenset({"html", "csv"})
"""Everything else is packed by its own format."""


@dataclass(frozen=True)
class PesananPaket:
    """What was asked for; ``pada`` (ISO) is the moment, ``keadaan`` tells what data were there."""

    lembaga: tuple[int, ...]
    tahun: int
    judul: str
    pada: str
    keadaan: str = ""

    def ke_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def dari_json(cls, teks: str) -> PesananPaket:
        isi = json.loads(teks)
        return cls(**isi | {"lembaga": tuple(isi["lembaga"])})

    @property
    def saat(self) -> datetime:
        return timezone.localtime(datetime.fromisoformat(self.pada))


class Paket:
    """One zip under construction. Finished parts lie in the render cache, so that a second attempt
    only packs them.
    """

    def __init__(self, pesanan: PesananPaket, keluar: Path):
        self.pesanan = pesanan
        self.saat = pesanan.saat
        self._zip = zipfile.ZipFile(keluar, "w", allowZip64=True)
        self._nama = Penamaan()
        self.baris: list[BarisPaket] = []

    def susun(self, lapor: Kemajuan) -> None:
        """Agency after agency; progress counts their files."""
        semua = PerangkatDaerah.objects.select_related("pemda").in_bulk(self.pesanan.lembaga)
        urut = [semua[pk] for pk in self.pesanan.lembaga if pk in semua]
        for nomor, lembaga in enumerate(urut):
            butir = list(isi_lembaga(lembaga, self.pesanan.tahun, self.saat.date()))
            folder = self._nama.folder(lembaga.nama)
            for ke, (jenis, satu) in enumerate(butir):
                self._tambah(lembaga, folder, jenis, satu)
                lapor(int(100 * (nomor + (ke + 1) / len(butir)) / len(urut)))
        self._tutup()

    def _tambah(self, lembaga: PerangkatDaerah, folder: str, jenis: str, b: Butir) -> None:
        isi, status = _isi(b)
        jalur, sidik, ukuran = "", "", 0
        if isi is not None:
            jalur = self._nama.jalur((folder, jenis), b.nama, b.akhiran)
            sidik, ukuran = self._tulis(jalur, isi)
        self.baris.append(
            BarisPaket(jenis, lembaga.nama, b.tahun, b.nama, status, jalur, sidik, ukuran, b.tautan)
        )

    def _tulis(self, jalur: str, isi: Isi) -> tuple[str, int]:
        """Hash and size of what was written, a piece at a time."""
        info = zipfile.ZipInfo(jalur, self.saat.timetuple()[:6])
        padat = jalur.rpartition(".")[2] in DIPADATKAN
        info.compress_type = zipfile.ZIP_DEFLATED if padat else zipfile.ZIP_STORED
        info.external_attr = 0o644 << 16
        info.file_size = len(isi) if isinstance(isi, bytes) else isi.stat().st_size
        sidik = hashlib.sha256()
        with _buka(isi) as masuk, self._zip.open(info, "w") as keluar:
            while potong := masuk.read(POTONG):
                sidik.update(potong)
                keluar.write(potong)
        return sidik.hexdigest(), info.file_size

    def _tutup(self) -> None:
        p = self.pesanan
        keterangan = (
            f"Disusun {tanggal(self.saat.date())} {self.saat:%H.%M %Z}, {len(self.baris)} butir."
        )
        self._tulis("daftar.csv", daftar_csv(self.baris))
        self._tulis("index.html", halaman_indeks(p.judul, keterangan, self.baris))
        self._zip.close()


def isi_lembaga(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterable[tuple[str, Butir]]:
    """What there is of an agency, kind after kind; nothing is printed yet."""
    for jenis in DAFTAR:
        for butir in jenis.daftar(lembaga, tahun, hari):
            yield jenis.nama, butir


def tulis_paket(pesanan: PesananPaket, keluar: Path, lapor: Callable[[int], None]) -> None:
    """The file appears whole or not at all."""
    sementara = Path(f"{keluar}.tmp")
    Paket(pesanan, sementara).susun(lapor)
    shutil.move(sementara, keluar)


def _isi(b: Butir) -> tuple[Isi | None, str]:
    """What a part holds; one that cannot be printed does not stop the others."""
    if b.ambil is None:
        return None, b.status
    try:
        isi = b.ambil()
    except (AturanDilanggar, HurufTidakAda) as galat:
        return None, f"tidak dapat dicetak: {galat}"
    if isinstance(isi, Path) and not isi.is_file():
        return None, "berkasnya tidak ada di penyimpanan"
    return isi, b.status


def _buka(isi: Isi) -> IO[bytes]:
    return BytesIO(isi) if isinstance(isi, bytes) else isi.open("rb")
