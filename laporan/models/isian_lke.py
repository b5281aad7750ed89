"""Verbs that write an LKE: answers and values cell by cell, evidence, recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Max

from kinerja.aturan.bukti import periksa_tautan
from kinerja.aturan.pohon import periksa_isian
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.models import BentrokSel, PerangkatDaerah, Riwayat, SuntinganDitolak
from laporan.aturan.tangga_lke import (
    periksa_bertahan,
    periksa_catatan,
    periksa_jawaban,
)
from laporan.models.bukti_lke import BuktiLke, RekomendasiLke
from laporan.pilihan import JenisBuktiLke

if TYPE_CHECKING:
    from kinerja.models import Pengguna


class Sisi(StrEnum):
    """Who writes: the agency about itself, or its evaluator."""

    LEMBAGA = "LEMBAGA"
    PENILAI = "PENILAI"


JAWABAN, SUB = "jawabanlke", "sublke"
MEDAN: dict[Sisi, dict[str, tuple[str, ...]]] = {
    Sisi.LEMBAGA: {JAWABAN: ("mandiri", "catatan"), SUB: ("bertahan",)},
    Sisi.PENILAI: {
        JAWABAN: ("penilaian", "catatan_penilai"),
        SUB: ("bertahan_penilai", "catatan_penilai"),
    },
}
"""Columns that each side fills, by the table they stand in."""
_PEMERIKSA = {"bertahan": periksa_bertahan, "bertahan_penilai": periksa_bertahan}


@dataclass(frozen=True)
class SelLke:
    """One cell: the criterion or sub-component, its field, what its writer saw and typed."""

    kode: str
    medan: str
    lama: str
    baru: str


class MengisiLke:
    """Mixed into Lke."""

    pk: Any
    perangkat_daerah: Any
    perangkat_daerah_id: Any
    versi_lke: Any
    versi: Any
    diubah_pada: Any
    diisi_lembaga: Any
    dinilai: Any
    final: Any
    save: Any
    refresh_from_db: Any
    jawaban: Any
    sub: Any
    bukti: Any
    rekomendasi: Any

    @transaction.atomic
    def isi(self, daftar: Sequence[SelLke], *, sisi: Sisi, oleh: Pengguna, pada: datetime) -> int:
        """Write all changed cells or none; answers how many. SuntinganDitolak names the cells that
        were refused, by their place in the list.
        """
        self._kunci()
        self._periksa_terbuka(sisi)
        baris: dict[str, Any] = {b.kode: b for b in (*self.jawaban.all(), *self.sub.all())}
        sebab: dict[int, BentrokSel | list[Temuan]] = {}
        ubah: list[tuple[Any, str, Any]] = []
        for ke, sel in enumerate(daftar):
            satu = baris.get(sel.kode)
            if satu is None or sel.medan not in MEDAN[sisi][satu._meta.model_name]:
                raise tolak("SEL_ASING", f"Kriteria {sel.kode} tidak ada di lembar ini.")
            kini, baru = _teks(getattr(satu, sel.medan)), _rapi(sel.baru)
            if temuan := self._periksa_sel(sel, baru):
                sebab[ke] = temuan
            elif kini not in (_rapi(sel.lama), baru):
                sebab[ke] = BentrokSel(kini)
            elif kini != baru:
                ubah.append((satu, sel.medan, _nilai(sel.medan, baru)))
        if sebab:
            raise SuntinganDitolak(sebab)
        if ubah:
            self._tulis_sel(ubah, oleh, pada)
        return len(ubah)

    def _periksa_sel(self, sel: SelLke, baru: str) -> list[Temuan]:
        if sel.medan in ("mandiri", "penilaian"):
            return periksa_jawaban(sel.kode, baru, self.versi_lke.instrumen)
        periksa = _PEMERIKSA.get(sel.medan, periksa_catatan)
        return [*periksa_isian({sel.medan: baru}), *periksa(sel.kode, baru)]

    def _tulis_sel(
        self, ubah: Sequence[tuple[Any, str, Any]], oleh: Pengguna, pada: datetime
    ) -> None:
        catatan: dict[str, dict[str, Any]] = {}
        for satu, medan, nilai in ubah:
            b = catatan.setdefault(satu.kode, {
                "jenis": satu._meta.model_name, "kunci": [self.pk, satu.kode],
                "sebelum": {}, "sesudah": {},
            })  # fmt: skip
            b["sebelum"][medan], b["sesudah"][medan] = getattr(satu, medan), nilai
            setattr(satu, medan, nilai)
        for satu in {s.kode: s for s, _, _ in ubah}.values():
            satu.save(update_fields=[m for s, m, _ in ubah if s.kode == satu.kode])
        self._naik(pada)
        self.catat("isi", f"diisi: {len(ubah)} isian", list(catatan.values()), oleh, pada)

    @transaction.atomic
    def tautkan_bukti(
        self, kode: str, *, jenis: str, nama: str, oleh: Pengguna, pada: datetime,
        asal: int | None = None, tautan: str = "",
    ) -> BuktiLke:  # fmt: skip
        """Link an evidence. Whether ``asal`` is the agency's is for the caller, who found it."""
        self._kunci()
        self._periksa_terbuka(Sisi.LEMBAGA)
        instrumen = self.versi_lke.instrumen
        if kode not in {b.kode for b in (*instrumen.kriteria, *instrumen.sub)}:
            raise tolak("SEL_ASING", f"Kriteria {kode} tidak ada di lembar ini.")
        if jenis == JenisBuktiLke.TAUTAN:
            tolak_bila([*periksa_tautan(tautan), *periksa_isian({"nama": nama})])
        baru = BuktiLke(lke_id=self.pk, kode=kode, jenis=jenis, asal=asal, tautan=tautan,
                        nama=nama[:300], oleh=oleh, pada=pada)  # fmt: skip
        try:
            with transaction.atomic():
                baru.save(force_insert=True)
        except IntegrityError as galat:
            raise tolak("BUKTI_SUDAH_ADA", "Bukti itu sudah ditautkan di sini.") from galat
        isi = {"kode": kode, "jenis": jenis, "nama": baru.nama, "tautan": tautan}
        self._naik(pada)
        self.catat("bukti", f"mendapat bukti {kode}", [self._baris(None, isi)], oleh, pada)
        return baru

    @transaction.atomic
    def lepas_bukti(self, bukti: BuktiLke, *, oleh: Pengguna, pada: datetime) -> None:
        self._kunci()
        self._periksa_terbuka(Sisi.LEMBAGA)
        isi = {"kode": bukti.kode, "jenis": bukti.jenis, "nama": bukti.nama}
        bukti.delete()
        self._naik(pada)
        baris = [self._baris(isi, None)]
        self.catat("lepas_bukti", f"kehilangan bukti {bukti.kode}", baris, oleh, pada)

    @transaction.atomic
    def tulis_laporan(self, isi: dict[str, Any], *, oleh: Pengguna, pada: datetime) -> None:
        """Number, date and general note of the report, while the sheet is valued."""
        self._kunci()
        self._periksa_terbuka(Sisi.PENILAI)
        tolak_bila(periksa_isian({m: str(v or "") for m, v in isi.items()}))
        sebelum = {m: str(getattr(self, m) or "") for m in isi}
        for medan, nilai in isi.items():
            setattr(self, medan, nilai)
        self._naik(pada, *isi)
        sesudah = {m: str(v or "") for m, v in isi.items()}
        self.catat("laporan", "diberi isi laporan", [self._baris(sebelum, sesudah)], oleh, pada)

    @transaction.atomic
    def rekomendasikan(
        self, isi: str, *, kode: str = "", tenggat: date | None = None, oleh: Pengguna,
        pada: datetime,
    ) -> RekomendasiLke:  # fmt: skip
        self._kunci()
        self._periksa_terbuka(Sisi.PENILAI)
        isi = _rapi(isi)
        if not isi:
            raise tolak("REKOMENDASI_KOSONG", "Tulis rekomendasinya.")
        tolak_bila([*periksa_isian({"isi": isi}), *periksa_catatan(kode, isi)])
        if kode and kode not in {s.kode for s in self.versi_lke.instrumen.sub}:
            raise tolak("SEL_ASING", f"Sub-komponen {kode} tidak ada di lembar ini.")
        nomor = (self.rekomendasi.aggregate(n=Max("nomor"))["n"] or 0) + 1
        baru = RekomendasiLke(lke_id=self.pk, nomor=nomor, kode=kode, isi=isi, tenggat=tenggat)
        baru.save(force_insert=True)
        self._naik(pada)
        catatan = {"nomor": nomor, "isi": isi, "kode": kode, "tenggat": str(tenggat or "")}
        baris = [self._baris(None, catatan)]
        self.catat("rekomendasi", f"mendapat rekomendasi {nomor}", baris, oleh, pada)
        return baru

    @transaction.atomic
    def cabut_rekomendasi(
        self, rekomendasi: RekomendasiLke, *, oleh: Pengguna, pada: datetime
    ) -> None:
        self._kunci()
        self._periksa_terbuka(Sisi.PENILAI)
        isi = {"nomor": rekomendasi.nomor, "isi": rekomendasi.isi}
        rekomendasi.delete()
        self._naik(pada)
        kata = f"kehilangan rekomendasi {rekomendasi.nomor}"
        self.catat("cabut_rekomendasi", kata, [self._baris(isi, None)], oleh, pada)

    @transaction.atomic
    def tindak_lanjuti(
        self, rekomendasi: RekomendasiLke, teks: str, *, lama: str, oleh: Pengguna, pada: datetime
    ) -> None:
        """What the agency did about it, once the sheet is final; ``lama`` is what it saw there."""
        self._kunci()
        if not self.final:
            raise tolak("BELUM_FINAL", "Tindak lanjut ditulis sesudah LKE final.")
        rekomendasi.refresh_from_db()
        teks = _rapi(teks)
        if not teks:
            raise tolak("TINDAK_LANJUT_KOSONG", "Tulis apa yang sudah dilakukan.")
        tolak_bila([*periksa_isian({"isi": teks}), *periksa_catatan("", teks)])
        sebelum = rekomendasi.tindak_lanjut
        if sebelum not in (_rapi(lama), teks):
            raise SuntinganDitolak({0: BentrokSel(sebelum)})
        rekomendasi.tindak_lanjut, rekomendasi.ditindaklanjuti_pada = teks, pada
        rekomendasi.save(update_fields=["tindak_lanjut", "ditindaklanjuti_pada"])
        baris = [self._baris({"tindak_lanjut": sebelum}, {"tindak_lanjut": teks})]
        kata = f"rekomendasi {rekomendasi.nomor} ditindaklanjuti"
        self.catat("tindak_lanjut", kata, baris, oleh, pada)

    def catat(
        self, kerja: str, kata: str, baris: list[dict[str, Any]], oleh: Pengguna, pada: datetime
    ) -> None:
        """In the agency's chain; a sheet shows only there and on its own pages."""
        Riwayat.catat_perangkat_daerah(
            self.perangkat_daerah, kata_kerja=f"{kerja} lke", ringkasan=f"{self} {kata}",
            perubahan=baris, oleh=oleh, pada=pada,
        )  # fmt: skip

    def _baris(self, sebelum: Any, sesudah: Any) -> dict[str, Any]:
        return {"jenis": "lke", "kunci": [self.pk], "sebelum": sebelum, "sesudah": sesudah}

    def _kunci(self) -> None:
        """The agency first, as everywhere, then the sheet."""
        PerangkatDaerah.objects.select_for_update(no_key=True).only("pk").get(
            pk=self.perangkat_daerah_id
        )
        kelas: Any = apps.get_model("laporan", "Lke")
        kelas.objects.select_for_update(of=("self",)).get(pk=self.pk)
        self.refresh_from_db()

    def _naik(self, pada: datetime, *medan: str) -> None:
        self.versi, self.diubah_pada = self.versi + 1, pada
        self.save(update_fields=[*medan, "versi", "diubah_pada"])

    def _periksa_terbuka(self, sisi: Sisi) -> None:
        terbuka = self.diisi_lembaga if sisi is Sisi.LEMBAGA else self.dinilai
        if not terbuka:
            status = str(self.get_status_display())  # type: ignore[attr-defined]
            siapa = "penilaian mandiri" if sisi is Sisi.LEMBAGA else "nilai evaluator"
            raise tolak("LKE_TERKUNCI", f"LKE ini berstatus {status}; {siapa} tidak dapat diubah.")


def _rapi(teks: str) -> str:
    return teks.replace("\r\n", "\n").strip()


def _teks(nilai: Any) -> str:
    return "" if nilai is None else str(nilai)


def _nilai(medan: str, teks: str) -> Any:
    if medan in _PEMERIKSA:
        return int(teks) if teks else None
    return teks
