"""The child process of one job: progress passed on, lease renewed, killed when told."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from kinerja.models import Pekerjaan
from kinerja.pilihan import StatusPekerjaan as Status
from laporan import tembolok
from laporan.buat import GAGAL_BERSEBAB
from laporan.sinyal import TandaHenti

SEWA = timedelta(seconds=60)
BATAS_DETIK = 1800
PAKET = "paket"
"""The kind of job that packs documents; its child reads the database."""
BATAS_LAIN = {PAKET: 6 * 3600}
"""Seconds, where a job may take longer."""
JEDA = 0.5
"""Seconds between two looks at the child and at the job's row."""
PERBARUI = 5.0
"""Seconds between two renewals of the lease."""


class Pengawas:
    """Watches the child of one job: passes progress on, renews the lease, kills when told."""

    def __init__(self, pekerjaan: Pekerjaan):
        self.pekerjaan = pekerjaan
        self.keluar = tembolok.jalur(pekerjaan.kunci, pekerjaan.parameter["akhiran"])
        self.kemajuan = 0
        self._galat = b""
        self._henti = TandaHenti()

    def jalankan(self) -> str:
        if self.keluar.is_file():  # an attempt that lost its worker may have finished
            return self._tutup(Status.SELESAI, "", 100)
        masuk = tembolok.ada(self.pekerjaan.kunci, "json")
        if masuk is None:
            return self._tutup(Status.GAGAL, "Data cetakan sudah dihapus; mintalah sekali lagi.")
        with self._henti:
            return self._cetak(masuk)

    def _cetak(self, masuk: Path) -> str:
        anak = self._mulai(masuk)
        pembaca = [
            threading.Thread(target=self._baca_kemajuan, args=(anak,), daemon=True),
            threading.Thread(target=self._baca_galat, args=(anak,), daemon=True),
        ]
        for benang in pembaca:
            benang.start()
        try:
            batal = self._jaga(anak)
        finally:
            if anak.poll() is None:
                anak.kill()
            anak.wait()
        for benang in pembaca:
            benang.join(timeout=5)
        return self._akhir(anak.returncode, batal)

    def _mulai(self, masuk: Path) -> subprocess.Popen[bytes]:
        perintah = [sys.executable, "-m", self._modul, self.pekerjaan.jenis]
        kertas = self.pekerjaan.parameter["kertas"]
        return subprocess.Popen(  # noqa: S603
            [*perintah, str(masuk), str(self.keluar), kertas, str(os.getpid())],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    @property
    def _modul(self) -> str:
        return "laporan.buat_paket" if self.pekerjaan.jenis == PAKET else "laporan.buat"

    @property
    def _batas(self) -> int:
        return BATAS_LAIN.get(self.pekerjaan.jenis, BATAS_DETIK)

    def _jaga(self, anak: subprocess.Popen[bytes]) -> str:
        """Until the child ends; answers why it was ended early."""
        mulai = terakhir = monotonic()
        tercatat = 0
        while _menunggu(anak):
            if self._henti:
                return "HENTI"
            kini = monotonic()
            if kini - mulai > self._batas:
                return "LAMA"
            if self.kemajuan == tercatat and kini - terakhir < PERBARUI:
                milik = self._milik().exists()
            else:
                terakhir, tercatat = kini, self.kemajuan
                milik = self._perbarui(tercatat)
            if not milik:
                return "BATAL"
        return ""

    def _perbarui(self, kemajuan: int) -> bool:
        """Progress and lease; False when the job is no longer ours."""
        sewa = timezone.now() + SEWA
        return bool(self._milik().update(kemajuan=kemajuan, sewa_sampai=sewa))

    def _milik(self) -> QuerySet[Pekerjaan]:
        """Our attempt, as long as nobody cancelled it or took it over."""
        return Pekerjaan.objects.filter(
            pk=self.pekerjaan.pk, status=Status.JALAN, percobaan=self.pekerjaan.percobaan
        )

    def _baca_kemajuan(self, anak: subprocess.Popen[bytes]) -> None:
        for baris in anak.stdout or ():
            if baris.strip().isdigit():
                self.kemajuan = min(99, int(baris))

    def _baca_galat(self, anak: subprocess.Popen[bytes]) -> None:
        self._galat = anak.stderr.read()[-4000:] if anak.stderr else b""

    def _akhir(self, kode: int, sebab: str) -> str:
        if sebab:
            Path(f"{self.keluar}.tmp").unlink(missing_ok=True)
        if sebab == "HENTI":
            return self._lepas()
        if sebab == "BATAL":
            return str(Status.DIBATALKAN)
        if sebab == "LAMA":
            menit = self._batas // 60
            return self._tutup(Status.GAGAL, f"Dihentikan karena lebih dari {menit} menit.")
        if kode == GAGAL_BERSEBAB:
            return self._tutup(Status.GAGAL, self._galat.decode(errors="replace"))
        if kode or not self.keluar.is_file():
            return self._tutup(Status.GAGAL, f"Dokumen gagal dicetak (kode {kode}).")
        return self._tutup(Status.SELESAI, "", 100)

    def _lepas(self) -> str:
        """The worker stops: back to waiting, uncounted, the lease out; the next start takes it."""
        self._milik().update(
            status=Status.ANTRE,
            kemajuan=0,
            percobaan=self.pekerjaan.percobaan - 1,
            sewa_sampai=timezone.now(),
        )
        return str(Status.ANTRE)

    def _tutup(self, status: Status, pesan: str, kemajuan: int | None = None) -> str:
        self._milik().update(
            status=status,
            pesan=pesan,
            kemajuan=self.kemajuan if kemajuan is None else kemajuan,
            sewa_sampai=None,
            selesai_pada=timezone.now(),
        )
        return str(status)


def _menunggu(anak: subprocess.Popen[bytes]) -> bool:
    """Wait a moment; is the child still at it?"""
    try:
        anak.wait(timeout=JEDA)
    except subprocess.TimeoutExpired:
        return True
    return False
