"""A cascading per jabatan on the common ladder: its steps, and the next map once it is approved."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from kinerja.aturan import pohon as aturan
from kinerja.aturan import tangga
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.riwayat import Riwayat
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna

TERBUKA = (StatusPohon.DRAF, StatusPohon.DIKEMBALIKAN)
PERUBAHAN = "perubahan"
KOSONG = "Isi dahulu kotaknya, lalu ajukan."


def periksa_terbuka(status: str) -> list[Temuan]:
    """Only a draft, or what came back, is written."""
    if status in TERBUKA:
        return []
    pesan = f"Cascading per jabatan ini {StatusPohon(status).label.lower()}, jadi isinya terkunci."
    return [Temuan(kode="PETA_TERKUNCI", pesan=pesan)]


class TanggaPeta:
    """Mixed into PetaJabatan."""

    pk: Any
    status: Any
    perangkat_daerah: Any

    @property
    def dapat_diubah(self) -> bool:
        return self.status in TERBUKA

    @property
    def sidik(self) -> str:
        """Another as soon as a box is: what somebody approves is what stood on the screen."""
        peta: Any = self
        isi = [k.cuplikan() | {"pk": k.pk} for k in peta.kotak.order_by("pk")]
        return sha256(json.dumps(isi, cls=DjangoJSONEncoder).encode()).hexdigest()[:16]

    def kunci_terbuka(self) -> None:
        """Lock the agency, then see that the map may be written as it is now."""
        peta: Any = self
        peta.kunci()
        kini = type(peta).objects.filter(pk=self.pk).values_list("status", flat=True).first()
        tolak_bila(periksa_terbuka(kini or StatusPohon.DRAF))

    @transaction.atomic
    def melangkah(
        self, kata_kerja: str, *, dilihat: str, alasan: str = "", oleh: Pengguna, pada: datetime
    ) -> Riwayat:
        """A step of the ladder; ``dilihat`` is the ``sidik`` that was on the screen. Raises
        AturanDilanggar.
        """
        peta: Any = self
        alasan = alasan.strip()
        peta.kunci()
        peta.refresh_from_db()
        wajib = Pengaturan.wajib_verifikasi(self.perangkat_daerah.pemda_atau_diri())
        tolak_bila(
            tangga.periksa_langkah(kata_kerja, self.status, wajib)
            or [
                *tangga.periksa_dilihat(*((0, 0) if dilihat == self.sidik else (0, 1))),
                *tangga.periksa_alasan(kata_kerja, alasan),
                *aturan.periksa_isian({"alasan": alasan}),
            ]
        )
        if kata_kerja == "ajukan" and not peta.kotak.exists():
            raise tolak("PETA_KOSONG", KOSONG)
        sebelum = {"status": str(self.status), "alasan": peta.alasan}
        sesudah = {"status": tangga.tujuan(kata_kerja, self.status, wajib), "alasan": alasan}
        self.status, peta.alasan = sesudah["status"], alasan
        peta.save(update_fields=["status", "alasan"])
        baris = {"jenis": "petajabatan", "kunci": [self.pk]}
        riwayat: Riwayat = peta._catat(
            kata_kerja, tangga.SELESAI[kata_kerja],
            [baris | {"sebelum": sebelum, "sesudah": sesudah}], oleh=oleh, pada=pada,
        )  # fmt: skip
        return riwayat

    @transaction.atomic
    def buka_perubahan(self, *, oleh: Pengguna, pada: datetime) -> Any:
        """A draft with the same boxes beside the approved map: "… perubahan 1"."""
        peta: Any = self
        peta.kunci()
        peta.refresh_from_db()
        if self.status != StatusPohon.DISETUJUI:
            raise tolak("BELUM_DISETUJUI", "Perubahan dibuka sesudah disetujui; ubah isinya saja.")
        dasar = peta.judul.rpartition(f" {PERUBAHAN} ")[0] or peta.judul
        dasar = "" if dasar.startswith(f"{PERUBAHAN} ") else dasar
        kelas = type(peta)
        milik = {"perangkat_daerah": self.perangkat_daerah, "periode": peta.periode}
        ada = set(kelas.objects.filter(**milik).values_list("judul", flat=True))
        ke = next(n for n in range(1, 1000) if f"{dasar} {PERUBAHAN} {n}".strip() not in ada)
        baru = kelas(**milik, judul=f"{dasar} {PERUBAHAN} {ke}".strip())
        baru.daftarkan(oleh=oleh, pada=pada)
        daftar = [kotak for kotak, _ in peta.susunan()]
        letak = {kotak.pk: n for n, kotak in enumerate(daftar)}
        salinan = []
        for kotak in daftar:
            isi = {m: getattr(kotak, m) for m in kotak.MEDAN if m not in ("peta", "induk")}
            salinan.append((type(kotak)(**isi), letak.get(kotak.induk_id)))
        baru.muat(salinan, oleh=oleh, pada=pada, ringkasan=f"dibuka dari {peta.sebutan}")
        return baru
