"""Verbs of Pohon that measure it: fill a quarter, submit it, return it, verify it.

Values stand beside the document, as comments do: they raise no ``versi`` and are recorded in the
agency's chain. The Pohon row is locked all the same, so that a capaian is computed from the
target that is there. The agency is locked first, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import DataError, IntegrityError, transaction
from django.utils.timezone import localdate

from kinerja.aturan import pengukuran as aturan
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.edisi import periksa_giliran_ukur
from kinerja.aturan.pita import merah
from kinerja.aturan.pohon import periksa_isian
from kinerja.aturan.tangga import periksa_alasan
from kinerja.aturan.temuan import Temuan, tolak_bila
from kinerja.models.hitung_capaian import hitung_ulang
from kinerja.models.indikator import Indikator
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.penulisan import temuan_integritas
from kinerja.models.realisasi import Pengukuran, Realisasi, RealisasiAnggaran
from kinerja.models.rencana_ukur import KOLOM_NILAI, KOLOM_UANG, RencanaUkur, SelUkur
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.models.suntingan import BentrokSel, SuntinganDitolak
from kinerja.pembekuan import bekukan
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon

Ubahan = tuple[Any, dict[str, Any], dict[str, Any] | None]


class Mengukur:
    """Mixed into Pohon."""

    pk: Any
    perangkat_daerah: Any

    def ukur(
        self,
        daftar: Sequence[SelUkur],
        *,
        tahun: int,
        triwulan: int,
        oleh: Pengguna,
        pada: datetime,
    ) -> Riwayat | None:
        """Write all cells of a quarter or none. None when everything stood there already.

        Raises SuntinganDitolak, which names every cell that keeps the others waiting.
        """
        try:
            with transaction.atomic():
                pohon = self._kunci_ukur()
                rencana = RencanaUkur(pohon, daftar, tahun=tahun, triwulan=triwulan, pada=pada)
                ubahan = rencana.susun(localdate(pada))
                if rencana.sebab:
                    raise SuntinganDitolak(rencana.sebab)
                if not ubahan:
                    return None
                _tulis(ubahan, pada)
                uid = {
                    str(b.indikator.uid) for b, _, _ in ubahan if isinstance(b, Realisasi)
                }  # fmt: skip
                hitung_ulang(pohon, indikator=uid)
                masa = aturan.sebut(tahun, triwulan)
                ringkasan = f"Realisasi {masa} {pohon.sebutan}: {len(ubahan)} baris diisi"
                baris = [_catatan(*satu) for satu in ubahan]
                return self._catat_ukur(pohon, "ukur", ringkasan, baris, oleh=oleh, pada=pada)
        except (IntegrityError, DataError) as galat:
            raise SuntinganDitolak({}, [temuan_integritas(galat)]) from galat

    def tinjau_ukur(
        self, daftar: Sequence[SelUkur], *, tahun: int, triwulan: int, oleh: Pengguna,
        pada: datetime,
    ) -> dict[int, BentrokSel | list[Temuan]]:  # fmt: skip
        """Which of the cells ``ukur`` would refuse now, by their place; nothing is written."""
        with transaction.atomic():
            try:
                self.ukur(daftar, tahun=tahun, triwulan=triwulan, oleh=oleh, pada=pada)
            except SuntinganDitolak as ditolak:
                return ditolak.sel
            finally:
                transaction.set_rollback(True)
        return {}

    def langkah_ukur(
        self,
        kata_kerja: str,
        *,
        tahun: int,
        triwulan: int,
        oleh: Pengguna,
        pada: datetime,
        alasan: str = "",
        alamat: str = "",
    ) -> Pengukuran:
        """Submit, return (with ``alasan``) or verify a quarter as a whole. What is verified is
        frozen by the room of documents; ``alamat`` is where a frozen document is checked.
        """
        alasan = alasan.strip()
        with transaction.atomic():
            pohon = self._kunci_ukur()
            masa = {"pohon": pohon, "tahun": tahun, "triwulan": triwulan}
            satu = Pengukuran.objects.filter(**masa).first() or Pengukuran(**masa)
            tolak_bila(aturan.periksa_langkah(kata_kerja, satu.status))
            tolak_bila([*periksa_alasan(kata_kerja, alasan), *periksa_isian({"alasan": alasan})])
            if kata_kerja == "ajukan":
                tolak_bila(aturan.periksa_isi(*pohon._isi_ukur(tahun, triwulan)))
            langkah = aturan.langkah(kata_kerja)
            sebelum = {"status": satu.status, "alasan": satu.alasan}
            satu.status, satu.alasan, satu.diubah_pada = langkah.ke, alasan, pada
            satu.diajukan_pada = {"ajukan": pada, "kembalikan": None}.get(
                kata_kerja, satu.diajukan_pada
            )
            satu.save()
            kalimat = f"Pengukuran {aturan.sebut(tahun, triwulan)} {pohon.sebutan} "
            sesudah = {"status": satu.status, "alasan": satu.alasan}
            baris = _peristiwa("pengukuran", [tahun, triwulan], sebelum, sesudah)
            self._catat_ukur(pohon, f"{kata_kerja}_pengukuran", kalimat + langkah.selesai, [baris],
                             oleh=oleh, pada=pada)  # fmt: skip
            if kata_kerja == "verifikasi":
                bekukan("pengukuran", satu, oleh, pada, alamat)
        return satu

    def _isi_ukur(self, tahun: int, triwulan: int) -> tuple[list[str], int]:
        """The red indicators without a note, and how many values the quarter has."""
        pita = Pengaturan.aturan_ukur_di(self.perangkat_daerah.pemda_atau_diri()).pita
        daftar = Realisasi.objects.filter(
            indikator__pohon=self.pk, tahun=tahun, triwulan=triwulan
        ).order_by("indikator__simpul__lft", "indikator__urutan")
        kolom = list(daftar.values_list("indikator__teks", "capaian", "hambatan"))
        return [teks for teks, capaian, catatan in kolom if merah(capaian, pita)
                and not catatan], len(kolom)  # fmt: skip

    def _kunci_ukur(self) -> Pohon:
        """The agency, then the document as it is now: the edition in force and no other."""
        lembaga = self.perangkat_daerah
        kunci = type(lembaga)._base_manager.select_for_update(no_key=True)
        kunci.filter(pk=lembaga.pk).values_list("pk").first()
        kelas: Any = type(self)
        pohon: Pohon = kelas.objects.terkunci(self.pk)
        tolak_bila([
            *periksa_tidak_diarsipkan(pohon.arsip),
            *periksa_giliran_ukur(pohon.edisi, pohon.edisi_berlaku()),
        ])  # fmt: skip
        return pohon

    def _catat_ukur(
        self, pohon: Pohon, kata_kerja: str, ringkasan: str, baris: list[dict[str, Any]], *,
        oleh: Pengguna, pada: datetime,
    ) -> Riwayat:  # fmt: skip
        return Riwayat.catat_perangkat_daerah(
            pohon.perangkat_daerah, kata_kerja=kata_kerja, ringkasan=ringkasan, perubahan=baris,
            oleh=oleh, pada=pada,
        )  # fmt: skip


def _tulis(ubahan: list[Ubahan], pada: datetime) -> None:
    """New, changed and emptied rows, a statement or two per table."""
    tabel: tuple[Any, ...] = (Realisasi, RealisasiAnggaran)
    for model in tabel:
        milik = [(b, sesudah) for b, _, sesudah in ubahan if isinstance(b, model)]
        pergi = [b.pk for b, sesudah in milik if sesudah is None]
        if pergi:
            model._base_manager.filter(pk__in=pergi).delete()
        tetap = []
        for baris, sesudah in milik:
            for medan, nilai in (sesudah or {}).items():
                setattr(baris, medan, model._meta.get_field(medan).to_python(nilai))
            baris.diubah_pada = pada
            tetap += [] if sesudah is None else [baris]
        baru = [b for b in tetap if b.pk is None]
        lama = [b for b in tetap if b.pk is not None]
        model._base_manager.bulk_create(baru, batch_size=400)
        kolom = KOLOM_NILAI if model is Realisasi else KOLOM_UANG
        model._base_manager.bulk_update(lama, [*kolom, "diubah_pada"], batch_size=100)


def _catatan(
    baris: Any, sebelum: dict[str, Any], sesudah: dict[str, Any] | None
) -> dict[str, Any]:  # fmt: skip
    uang = isinstance(baris, RealisasiAnggaran)
    uid = baris.simpul.uid if uang else baris.indikator.uid
    kunci = [str(uid), baris.tahun, baris.triwulan]
    jenis = "realisasi_anggaran" if uang else "realisasi"
    if sesudah is None or not sebelum["mentah"]:
        return _peristiwa(jenis, kunci, sebelum if sebelum["mentah"] else None, sesudah)
    beda = [m for m in sesudah if sesudah[m] != sebelum[m]]
    return _peristiwa(
        jenis, kunci, {m: sebelum[m] for m in beda}, {m: sesudah[m] for m in beda}
    )  # fmt: skip


def _peristiwa(jenis: str, kunci: list[Any], sebelum: Any, sesudah: Any) -> dict[str, Any]:
    return {"jenis": jenis, "kunci": kunci, "sebelum": sebelum, "sesudah": sesudah}


def bawa_realisasi(baru: Pohon) -> int:
    """Take the values of the edition that was in force along into the one that now is.

    By uid; what the new edition does not have stays with the old one. Answers the rows taken.
    """
    disetujui = baru.semua_edisi().filter(edisi__lt=baru.edisi, status=StatusPohon.DISETUJUI)
    lama = disetujui.last()
    if lama is None:
        return 0
    type(baru).objects.terkunci(lama.pk)
    banyak = _salin_baris(Realisasi, "indikator", lama, baru)
    banyak += _salin_baris(RealisasiAnggaran, "simpul", lama, baru)
    Pengukuran.objects.bulk_create(
        Pengukuran(pohon=baru, tahun=p.tahun, triwulan=p.triwulan, status=p.status,
                   alasan=p.alasan, diajukan_pada=p.diajukan_pada, diubah_pada=p.diubah_pada)
        for p in lama.pengukuran.order_by("pk")
    )  # fmt: skip
    hitung_ulang(baru)
    return banyak


def _salin_baris(model: Any, pemilik: str, lama: Pohon, baru: Pohon) -> int:
    milik = Indikator if pemilik == "indikator" else Simpul
    pk = dict(milik._base_manager.filter(pohon=baru).values_list("uid", "pk"))
    daftar: Iterable[Any] = model.objects.filter(**{f"{pemilik}__pohon": lama}).select_related(
        pemilik
    )
    salinan = []
    for satu in daftar:
        if (ke := pk.get(getattr(satu, pemilik).uid)) is not None:
            setattr(satu, f"{pemilik}_id", ke)
            satu.pk = None
            satu._state.adding = True
            salinan.append(satu)
    model.objects.bulk_create(salinan, batch_size=500)
    return len(salinan)
