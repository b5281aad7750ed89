"""The cells of a quarter turned into rows, each compared and checked before any is written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kinerja.aturan import pengukuran as aturan
from kinerja.aturan.angka import Nilai
from kinerja.aturan.capaian import teks
from kinerja.aturan.jenjang import periksa_pagu
from kinerja.aturan.lembar import Lembar, baca_lembar, hitung_rumus
from kinerja.aturan.temuan import AturanDilanggar, Temuan, tolak
from kinerja.models.indikator import Indikator
from kinerja.models.jendela import JendelaPengukuran, PembukaanKotak
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.pengisian import baca_isi_rupiah, baca_isi_target, isi_nilai
from kinerja.models.perubahan import aman
from kinerja.models.realisasi import CATATAN, Pengukuran, Realisasi, RealisasiAnggaran
from kinerja.models.rujukan import uid_sah
from kinerja.models.simpul import Simpul
from kinerja.models.suntingan import SEL_HILANG, BentrokSel
from kinerja.pilihan import JenisNilai, StatusPengukuran

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

NILAI, ANGGARAN, TAHUN_DATA, SEMENTARA = "realisasi", "anggaran", "tahun_data", "sementara"
VARIABEL = "variabel"
MEDAN_INDIKATOR = (NILAI, VARIABEL, TAHUN_DATA, SEMENTARA, *CATATAN)
YA = "ya"


@dataclass(frozen=True)
class SelUkur:
    """One cell of the grid, as typed: ``uid`` of the indicator, of the box for ``anggaran``.

    ``lama`` is what its writer saw, None where nobody looked. ``sementara`` is "ya" or "".
    """

    uid: str
    medan: str
    baru: str
    lama: str | None = None


class RencanaUkur:
    """What a set of cells makes of the rows of a quarter. Reads the same whatever their number."""

    def __init__(
        self, pohon: Pohon, daftar: Sequence[SelUkur], *, tahun: int, triwulan: int, pada: datetime
    ) -> None:
        self.pohon, self.daftar, self.pada = pohon, daftar, pada
        self.tahun, self.triwulan = tahun, triwulan
        self.sebab: dict[int, BentrokSel | list[Temuan]] = {}
        sah = {s.uid for s in daftar if uid_sah(s.uid)}
        uang = {s.uid for s in daftar if s.medan == ANGGARAN} & sah
        self.indikator = {
            str(i.uid): i
            for i in Indikator.objects.filter(pohon=pohon, uid__in=sah - uang).select_related(
                "simpul"
            )
        }
        self.simpul = {
            str(s.uid): s for s in Simpul.objects.filter(pohon=pohon, uid__in=uang)
        }  # fmt: skip
        masa = {"tahun": tahun, "triwulan": triwulan}
        self.nilai = {
            str(r.indikator.uid): r
            for r in Realisasi.objects.filter(
                indikator__pohon=pohon, indikator__uid__in=self.indikator, **masa
            ).select_related("indikator")
        }
        self.uang = {
            str(r.simpul.uid): r
            for r in RealisasiAnggaran.objects.filter(
                simpul__pohon=pohon, simpul__uid__in=uang, **masa
            ).select_related("simpul")
        }
        self.cara = Pengaturan.aturan_ukur_di(
            pohon.perangkat_daerah.pemda_atau_diri()
        ).cara_ketik  # fmt: skip

    def susun(self, hari: date) -> list[tuple[Any, dict[str, Any], dict[str, Any] | None]]:
        """(row, before, after) of each row that changes; after None takes it away."""
        self._periksa_terbuka(hari)
        per_baris: dict[tuple[bool, str], list[int]] = defaultdict(list)
        for ke, satu in enumerate(self.daftar):
            per_baris[satu.medan == ANGGARAN, satu.uid].append(ke)
        hasil = []
        for (uang, uid), daftar in per_baris.items():
            milik = [ke for ke in daftar if ke not in self.sebab]
            baris = self._baris(uang, uid, milik)
            if milik and baris is not None:
                hasil += self._ubah(baris, milik)
        return hasil

    def _periksa_terbuka(self, hari: date) -> None:
        """Cells of boxes that take no value now; a reopened box does, with all below it."""
        masa = (self.tahun, self.triwulan)
        lembaga = self.pohon.perangkat_daerah
        ada = Pengukuran.objects.filter(
            pohon=self.pohon, tahun=self.tahun, triwulan=self.triwulan
        ).first()
        jendela = JendelaPengukuran.cari(lembaga.pemda_atau_diri(), *masa)
        temuan = aturan.periksa_terbuka(
            ada.status if ada else StatusPengukuran.DRAF, jendela, hari, aturan.sebut(*masa)
        )
        if not temuan:
            return
        dibuka = PembukaanKotak.berlaku(lembaga.pk, *masa, hari)
        terbuka = self._di_bawah(dibuka) if dibuka else set()
        for ke, satu in enumerate(self.daftar):
            if (kotak := self._kotak(satu)) is None or kotak.pk not in terbuka:
                self.sebab[ke] = temuan

    def _di_bawah(self, uid: set[str]) -> set[int]:
        atas = list(Simpul.objects.filter(pohon=self.pohon, uid__in=uid).values_list("lft", "rght"))
        semua = [self._kotak(satu) for satu in self.daftar]
        return {
            s.pk for s in semua if s and any(lft <= s.lft and s.rght <= rght for lft, rght in atas)
        }

    def _kotak(self, satu: SelUkur) -> Simpul | None:
        if satu.medan == ANGGARAN:
            return self.simpul.get(satu.uid)
        indikator = self.indikator.get(satu.uid)
        return indikator.simpul if indikator else None

    def _baris(self, uang: bool, uid: str, daftar: list[int]) -> Any:
        """The row of these cells, a new one where there is none; None when it can't be one."""
        pemilik = self.simpul.get(uid) if uang else self.indikator.get(uid)
        if pemilik is None:
            temuan = [Temuan(kode="SEL_HILANG", pesan=SEL_HILANG)]
        elif isinstance(pemilik, Simpul):
            temuan = periksa_pagu(pemilik.jenjang, self.tahun)
        else:
            temuan = aturan.periksa_jatuh_tempo(pemilik.frekuensi, self.triwulan)
        if temuan:
            self.sebab |= dict.fromkeys(daftar, temuan)
            return None
        if (ada := (self.uang if uang else self.nilai).get(uid)) is not None:
            return ada
        masa = {"tahun": self.tahun, "triwulan": self.triwulan, "diubah_pada": self.pada}
        if isinstance(pemilik, Simpul):
            return RealisasiAnggaran(simpul=pemilik, cara=self.cara, **masa)
        return Realisasi(indikator=pemilik, cara=self.cara, **masa)

    def _ubah(
        self, baris: Any, daftar: list[int]
    ) -> list[tuple[Any, dict[str, Any], dict[str, Any] | None]]:  # fmt: skip
        sebelum = isi_baris(baris)
        sesudah = dict(sebelum)
        for ke in daftar:
            self._pasang(ke, baris, sebelum, sesudah)
        if sesudah == sebelum or any(ke in self.sebab for ke in daftar):
            return []
        if sesudah["mentah"]:
            return [(baris, sebelum, sesudah)]
        if any(sesudah.get(m) for m in (*CATATAN, TAHUN_DATA, SEMENTARA)):
            pesan = "Isi realisasinya dahulu; catatan tidak berdiri sendiri."
            self.sebab[daftar[0]] = [Temuan(kode="TANPA_REALISASI", pesan=pesan)]
            return []
        return [(baris, sebelum, None)] if baris.pk else []

    def _pasang(
        self, ke: int, baris: Any, sebelum: dict[str, Any], sesudah: dict[str, Any]
    ) -> None:  # fmt: skip
        satu = self.daftar[ke]
        kini = teks_sel(sebelum, satu.medan)
        baru = satu.baru.strip()
        if satu.lama is not None and kini not in (satu.lama.strip(), baru):
            self.sebab[ke] = BentrokSel(kini)
            return
        if kini == baru:
            return
        try:
            sesudah.update(self._isi(satu.medan, baru, baris))
        except AturanDilanggar as ditolak:
            self.sebab[ke] = ditolak.temuan

    def _isi(self, medan: str, baru: str, baris: Any) -> dict[str, Any]:
        """The columns that a cell fills."""
        if medan in (NILAI, ANGGARAN):
            return self._dari_angka(medan == ANGGARAN, baru, baris)
        if medan == VARIABEL:
            return self._dari_variabel(baru, baca_lembar(baris.indikator.lembar))
        if medan in CATATAN:
            if temuan := aturan.periksa_catatan([(medan, baru)]):
                raise AturanDilanggar(temuan)
            return {medan: baru}
        if medan == SEMENTARA:
            return {medan: baru == YA}
        if medan == TAHUN_DATA and (not baru or (baru.isascii() and baru.isdigit())):
            tahun = int(baru[:6]) if baru else None
            if tahun is None or 1990 <= tahun <= self.tahun + 1:
                return {medan: None if tahun == self.tahun else tahun}
        pesan = f"“{baru[:20]}” bukan tahun data; tulis tahun empat angka, misalnya {self.tahun}."
        raise AturanDilanggar([Temuan(kode="TAHUN_DATA", pesan=pesan)])

    def _dari_angka(self, uang: bool, baru: str, baris: Any) -> dict[str, Any]:
        if not uang and baru and baca_lembar(baris.indikator.lembar).dihitung:
            raise tolak("RUMUS_DIHITUNG", "Nilainya dihitung dari variabel; isi variabelnya.")
        isi = baca_isi_rupiah(baru) if uang else baca_isi_target(baru, baris.indikator.satuan)
        kosong = dict.fromkeys(("nilai",) if uang else ("nilai", "minimum", "maksimum"))
        nilai = isi or {"mentah": "", **({} if uang else {"jenis": ""})}
        return kosong | nilai | {"asal": "", "alasan": "", "cara": self.cara}

    def _dari_variabel(self, baru: str, lembar: Lembar) -> dict[str, Any]:
        """The value that the formula makes of its variables; none of them filled takes it away."""
        isi = {n: t.strip() for n, t in _variabel(baru).items() if n in lembar.bagian}
        if not any(isi.values()):
            kosong = dict.fromkeys(("nilai", "minimum", "maksimum"))
            return {"mentah": "", "jenis": "", VARIABEL: {}, "cara": self.cara, **kosong}
        nilai, _ = hitung_rumus(lembar, isi)
        mentah = teks(nilai)
        hasil = isi_nilai(Nilai(mentah, JenisNilai.ANGKA, nilai)) or {}
        return hasil | {VARIABEL: isi, "asal": "", "alasan": "", "cara": self.cara}


def tulis_variabel(isi: Mapping[str, str]) -> str:
    """One text for the same variables in any order."""
    return json.dumps(isi, sort_keys=True, ensure_ascii=False) if isi else ""


def _variabel(teks: str) -> dict[str, str]:
    """What a form sends as JSON: {name: text}."""
    try:
        isi = json.loads(teks or "{}")
    except json.JSONDecodeError:
        isi = {}
    return {str(k): str(v) for k, v in isi.items()} if isinstance(isi, dict) else {}


KOLOM_UANG = ("mentah", "nilai", "asal", "alasan", "cara")
KOLOM_NILAI = (
    *("mentah", "jenis", "nilai", "minimum", "maksimum", "asal", "alasan", "cara"),
    *("variabel", TAHUN_DATA, SEMENTARA, *CATATAN),
)


def isi_baris(baris: Realisasi | RealisasiAnggaran) -> dict[str, Any]:
    """The typed columns of a row, safe for the history."""
    kolom = KOLOM_NILAI if isinstance(baris, Realisasi) else KOLOM_UANG
    return {m: aman(getattr(baris, m)) for m in kolom}


def teks_sel(isi: dict[str, Any], medan: str) -> str:
    """What a cell shows of these columns, as its writer would type it."""
    if medan in (NILAI, ANGGARAN):
        return str(isi["mentah"])
    if medan == VARIABEL:
        return tulis_variabel(isi.get(VARIABEL) or {})
    if medan == SEMENTARA:
        return YA if isi[SEMENTARA] else ""
    return str(isi.get(medan) or "")
