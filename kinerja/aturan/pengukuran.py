"""The measuring of a quarter: its ladder, its window, what must stand before it goes up."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kinerja.aturan.kumulatif import jatuh_tempo, sebutan_frekuensi
from kinerja.aturan.tangga import Pelaku
from kinerja.aturan.tanggal import tanggal
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import StatusPengukuran, Triwulan

S, P = StatusPengukuran, Pelaku
PANJANG_CATATAN = 4000


@dataclass(frozen=True)
class LangkahUkur:
    """One step from any of ``dari`` to ``ke``, taken by any of ``pelaku``."""

    kata_kerja: str
    dari: frozenset[str]
    ke: str
    pelaku: frozenset[str]
    selesai: str
    kata: str
    benda: str

    @property
    def alamat(self) -> str:
        """The name of the address that takes the step."""
        return f"pengukuran-{self.benda}"


TANGGA = (
    LangkahUkur("ajukan", frozenset({S.DRAF, S.DIKEMBALIKAN}), S.DIAJUKAN,
                frozenset({P.PENGAJU, P.PENYETUJU}), "diajukan", "Ajukan", "pengajuan"),
    LangkahUkur("kembalikan", frozenset({S.DIAJUKAN, S.DIVERIFIKASI}), S.DIKEMBALIKAN,
                frozenset({P.VERIFIKATOR, P.PENYETUJU}), "dikembalikan", "Kembalikan",
                "pengembalian"),
    LangkahUkur("verifikasi", frozenset({S.DIAJUKAN}), S.DIVERIFIKASI,
                frozenset({P.VERIFIKATOR}), "diverifikasi", "Verifikasi", "verifikasi"),
)  # fmt: skip
TERKUNCI = frozenset({S.DIAJUKAN, S.DIVERIFIKASI})
"""While a quarter stands so, its values take no change."""


BELUM_NAIK = frozenset({S.DRAF, S.DIKEMBALIKAN})


def langkah(kata_kerja: str) -> LangkahUkur:
    return next(satu for satu in TANGGA if satu.kata_kerja == kata_kerja)


def langkah_terbuka(status: str, pelaku: Collection[str]) -> list[LangkahUkur]:
    """The steps that these capacities may take now."""
    return [satu for satu in TANGGA if status in satu.dari and satu.pelaku & set(pelaku)]


def sebut(tahun: int, triwulan: int) -> str:
    return f"{Triwulan(triwulan).label} {tahun}"


def triwulan_bawaan(tahun: int, hari: date) -> int:
    """The quarter a page opens with: the one that just ended, of past years the last one."""
    lalu = (hari.month - 1) // 3
    return lalu if hari.year == tahun and lalu else 4 if hari.year > tahun else 1


def periksa_langkah(kata_kerja: str, status: str) -> list[Temuan]:
    satu = langkah(kata_kerja)
    if status in satu.dari:
        return []
    dari = " atau ".join(sorted(str(S(d).label) for d in satu.dari))
    pesan = f"Pengukuran ini kini {S(status).label}; hanya dari {dari} dapat {satu.selesai}."
    return [Temuan(kode="STATUS_LAIN", pesan=pesan)]


def periksa_isi(merah_tanpa_catatan: Collection[str], terisi: int) -> list[Temuan]:
    """What stops a quarter from going up: nothing filled, or a red value without its note."""
    if not terisi:
        pesan = "Belum ada realisasi yang diisi pada triwulan ini; isi dahulu."
        return [Temuan(kode="BELUM_ADA_REALISASI", pesan=pesan)]
    if not merah_tanpa_catatan:
        return []
    sebut_satu = ", ".join(f"“{teks[:60]}”" for teks in list(merah_tanpa_catatan)[:3])
    lagi = len(merah_tanpa_catatan) - 3
    sisa = f" dan {lagi} lagi" if lagi > 0 else ""
    pesan = (
        f"Capaian merah perlu catatan: tulis hambatannya pada {sebut_satu}{sisa}, lalu ajukan lagi."
    )
    return [Temuan(kode="CATATAN_WAJIB", pesan=pesan)]


@dataclass(frozen=True)
class Jendela:
    """When a quarter is filled, both days included. Without a window it always may be."""

    buka: date
    tutup: date

    def sisa(self, hari: date) -> int:
        """Days left, today included; 0 once it is closed."""
        return max(0, (self.tutup - hari).days + 1)

    def terbuka(self, hari: date) -> bool:
        return self.buka <= hari <= self.tutup


def keadaan_jendela(jendela: Jendela | None, hari: date) -> str:
    """As the page says it: how long still, since when closed, from when open."""
    if jendela is None:
        return "Dapat diisi kapan saja; batas waktunya belum diatur."
    if hari < jendela.buka:
        return f"Dibuka {tanggal(jendela.buka)} ({(jendela.buka - hari).days} hari lagi)."
    if jendela.terbuka(hari):
        sisa = jendela.sisa(hari)
        kata = "hari ini hari terakhir" if sisa == 1 else f"{sisa} hari lagi"
        return f"Diisi sampai {tanggal(jendela.tutup)} ({kata})."
    return f"Ditutup sejak {tanggal(jendela.tutup)}."


def periksa_terbuka(status: str, jendela: Jendela | None, hari: date, masa: str) -> list[Temuan]:
    """May values of the quarter be written on this day, without a reopened box?"""
    if status in TERKUNCI:
        pesan = (
            f"Pengukuran {masa} sudah {S(status).label.lower()}; minta dikembalikan dahulu, "
            "atau minta kotak ini dibuka lagi."
        )
        return [Temuan(kode="PENGUKURAN_TERKUNCI", pesan=pesan)]
    if jendela is None or jendela.terbuka(hari):
        return []
    pesan = f"Pengukuran {masa} tidak dapat diisi: {keadaan_jendela(jendela, hari).lower()}"
    return [Temuan(kode="JENDELA_TUTUP", pesan=pesan)]


def periksa_jatuh_tempo(frekuensi: str, triwulan: int) -> list[Temuan]:
    """A yearly value is typed in the fourth quarter only."""
    if jatuh_tempo(frekuensi, triwulan):
        return []
    pesan = (
        f"Indikator ini {sebutan_frekuensi(frekuensi)}, jadi tidak diisi pada "
        f"{Triwulan(triwulan).label.lower()}; ubah frekuensinya bila keliru."
    )
    return [Temuan(kode="BELUM_JATUH_TEMPO", pesan=pesan)]


def periksa_catatan(isi: Iterable[tuple[str, str]]) -> list[Temuan]:
    """Notes that fit and can be stored; as (field, text)."""
    temuan = []
    for medan, teks in isi:
        if len(teks) > PANJANG_CATATAN:
            pesan = f"Catatan paling banyak {PANJANG_CATATAN} huruf (kini {len(teks)}); ringkaslah."
            temuan.append(Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan).di(medan=medan))
        elif "\x00" in teks or any("\ud800" <= h <= "\udfff" for h in teks):
            pesan = "Catatan memuat karakter yang tidak dapat disimpan; ketik ulang tanpa itu."
            temuan.append(Temuan(kode="TEKS_TIDAK_SAH", pesan=pesan).di(medan=medan))
    return temuan
