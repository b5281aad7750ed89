"""manage.py siapkan: a first start without demo data, by questions or by options."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.persiapan import Hasil, Isian, siapkan, sudah_siap
from kinerja.pilihan import JenisPerangkatDaerah

TANYA = {
    "pemda": "Nama pemerintah daerah (misalnya Kabupaten Contoh)",
    "kode_pemda": "Kode pemerintah daerah (misalnya 62.02)",
    "dinas": "Nama perangkat daerah pertama (misalnya Dinas Sosial)",
    "kode_dinas": "Kode perangkat daerah itu (misalnya 1.06.01)",
    "tahun_awal": "Tahun awal periode perencanaan (misalnya 2025)",
    "tahun_akhir": "Tahun akhir periode perencanaan (misalnya 2029)",
    "admin": "Nama pengguna admin pemda (huruf kecil)",
    "nama_admin": "Nama lengkap admin itu",
}
ANGKA = ("tahun_awal", "tahun_akhir")
JENIS_DINAS = [j for j in JenisPerangkatDaerah.values if j != JenisPerangkatDaerah.PEMDA]


class Command(BaseCommand):
    help = (
        "Menyiapkan aplikasi tanpa data contoh: pemda, perangkat daerah pertama, periode, dan "
        "admin pertama. Yang tidak diberikan akan ditanyakan; yang sudah ada dibiarkan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        for nama, tanya in TANYA.items():
            jenis = int if nama in ANGKA else str
            parser.add_argument(f"--{nama.replace('_', '-')}", type=jenis, help=tanya)
        parser.add_argument("--jenis-dinas", choices=JENIS_DINAS, default="DINAS")
        parser.add_argument("--periode", help="Nama periode; bawaannya “awal-akhir”.")
        sandi = parser.add_mutually_exclusive_group()
        sandi.add_argument("--sandi", help="Sandi admin.")
        sandi.add_argument(
            "--sandi-acak",
            action="store_true",
            help="Buat sandi acak, tampilkan sekali; wajib diganti saat pertama masuk.",
        )
        parser.add_argument(
            "--tanpa-tanya",
            action="store_true",
            help="Jangan bertanya; gagal bila ada yang kurang.",
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        admin = sudah_siap()
        if admin is not None and not any(pilihan[nama] for nama in TANYA):
            self.stdout.write(f"Sudah siap: masuk sebagai {admin.username}. Tidak ada yang diubah.")
            return
        try:
            isian = self._isian(pilihan)
        except (EOFError, KeyboardInterrupt) as berhenti:
            raise CommandError("Dihentikan; tidak ada yang diubah.") from berhenti
        try:
            hasil = siapkan(isian, pada=timezone.now())
        except AturanDilanggar as ditolak:
            pesan = (f"{t.letak.medan}: {t.pesan}".lstrip(": ") for t in ditolak.temuan)
            raise CommandError(" ".join(pesan)) from ditolak
        except ValidationError as galat:
            raise CommandError(" ".join(galat.messages)) from galat
        self._laporkan(isian, hasil)

    def _isian(self, pilihan: dict[str, Any]) -> Isian:
        bertanya = sys.stdin.isatty() and not pilihan["tanpa_tanya"]
        kurang = [nama for nama in TANYA if pilihan[nama] in (None, "")]
        if kurang and not bertanya:
            daftar = ", ".join(f"--{nama.replace('_', '-')}" for nama in kurang)
            raise CommandError(f"Belum diberikan: {daftar}.")
        jawab: dict[str, Any] = {
            nama: self._tanya(nama) if nama in kurang else pilihan[nama] for nama in TANYA
        }
        sandi = pilihan["sandi"] or ""
        if not sandi and not pilihan["sandi_acak"]:
            if not bertanya:
                raise CommandError("Belum diberikan: --sandi atau --sandi-acak.")
            sandi = _tanya_sandi()
        jawab["admin"] = jawab["admin"].strip().lower()
        periode = pilihan["periode"] or f"{jawab['tahun_awal']}-{jawab['tahun_akhir']}"
        return Isian(**jawab, jenis_dinas=pilihan["jenis_dinas"], periode=periode, sandi=sandi)

    def _tanya(self, nama: str) -> str | int:
        """Asked again until something sensible stands there."""
        while True:
            jawaban = input(f"{TANYA[nama]}: ").strip()
            if nama in ANGKA and jawaban.isdecimal():
                return int(jawaban)
            if jawaban and nama not in ANGKA:
                return jawaban
            self.stderr.write("Isi dulu, misalnya seperti contoh di dalam kurung.")

    def _laporkan(self, isian: Isian, hasil: Hasil) -> None:
        for kalimat in hasil.kalimat:
            self.stdout.write(kalimat)
        if hasil.sandi_acak:
            self.stdout.write(f"Sandi {isian.admin}, tampil sekali ini saja: {hasil.sandi_acak}")
        self.stdout.write(f"Siap. Masuk sebagai {isian.admin}, lalu buka menu Pengaturan.")


def _tanya_sandi() -> str:
    """Twice alike; nothing typed means a random one."""
    while True:
        sandi = getpass("Sandi admin (kosongkan untuk sandi acak): ")
        if not sandi or sandi == getpass("Ulangi sandi: "):
            return sandi
        print("Kedua sandi tidak sama; ulangi.", file=sys.stderr)  # noqa: T201
