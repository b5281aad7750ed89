"""Notes of an evaluator: what they need, whose step is next, what each step needs. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from kinerja.aturan.langkah import Langkah, Tangga
from kinerja.aturan.temuan import Letak, Temuan
from laporan.pilihan import LangkahCatatan as L
from laporan.pilihan import StatusCatatan as S

PANJANG = 4000


class Pihak(StrEnum):
    """EVALUATOR: writes notes at the pemda. LEMBAGA: planner or head of the agency."""

    EVALUATOR = "EVALUATOR"
    LEMBAGA = "LEMBAGA"


BERJALAN = (S.TERBUKA, S.DIJAWAB, S.DITINDAKLANJUTI, S.DIKEMBALIKAN)
MENUNGGU_LEMBAGA = (S.TERBUKA, S.DIKEMBALIKAN)
MENUNGGU_EVALUATOR = (S.DIJAWAB, S.DITINDAKLANJUTI)
_JAWAB = (Langkah(L.JAWAB, dari, S.DIJAWAB, Pihak.LEMBAGA) for dari in MENUNGGU_LEMBAGA)
_LANJUT = (Langkah(L.TINDAK_LANJUTI, dari, S.DITINDAKLANJUTI, Pihak.LEMBAGA) for dari in BERJALAN)
_BALIK = (
    langkah
    for dari in MENUNGGU_EVALUATOR
    for langkah in (
        Langkah(L.SELESAIKAN, dari, S.SELESAI, Pihak.EVALUATOR),
        Langkah(L.KEMBALIKAN, dari, S.DIKEMBALIKAN, Pihak.EVALUATOR),
    )
)
_TENGGAT = (Langkah(L.PERPANJANG, dari, dari, Pihak.EVALUATOR) for dari in BERJALAN)
LANGKAH = (
    *_JAWAB,
    *_LANJUT,
    *_BALIK,
    *_TENGGAT,
    Langkah(L.TARIK, S.TERBUKA, S.DITARIK, Pihak.EVALUATOR),
)
"""Every step that there is. A note that is finished stays; what is left over is a new note."""
SELESAI = {
    "tulis": "ditulis",
    L.JAWAB: "dijawab",
    L.TINDAK_LANJUTI: "ditindaklanjuti",
    L.SELESAIKAN: "diselesaikan",
    L.KEMBALIKAN: "dikembalikan",
    L.PERPANJANG: "diganti tenggatnya",
    L.TARIK: "ditarik",
}
TANGGA = Tangga(LANGKAH, S, "Catatan ini", SELESAI)
berwenang, tujuan = TANGGA.berwenang, TANGGA.tujuan
_KOSONG = {
    L.JAWAB: "Tulis jawabannya.",
    L.TINDAK_LANJUTI: "Tulis apa yang sudah dikerjakan.",
    L.KEMBALIKAN: "Tulis apa yang masih kurang; perangkat daerah membacanya.",
    L.PERPANJANG: "Tulis mengapa tenggatnya diganti.",
    L.TARIK: "Tulis mengapa catatan ini ditarik.",
}
"""Steps that say something; the other may."""


def langkah_terbuka(status: str, pihak: Collection[str]) -> list[str]:
    """The steps that these sides may take now, each once."""
    return [s.kata_kerja for s in TANGGA.terbuka(status, pihak)]


def periksa_catatan(
    *, isi: str, rekomendasi: str, tenggat: date | None, hari: date
) -> list[Temuan]:
    """A new note: words, and a day by which a recommendation is followed."""
    temuan = [
        *_periksa_teks("isi", isi, "Tulis catatannya."),
        *_periksa_panjang("rekomendasi", rekomendasi),
    ]
    if rekomendasi and tenggat is None:
        pesan = "Isi tenggat tindak lanjut rekomendasi ini."
        temuan.append(_temuan("TENGGAT_KOSONG", pesan, "tenggat"))
    return temuan + periksa_tenggat(tenggat, hari)


def periksa_tenggat(tenggat: date | None, hari: date) -> list[Temuan]:
    if tenggat is None or tenggat >= hari:
        return []
    return [_temuan("TENGGAT_LEWAT", "Tenggat tidak boleh sebelum hari ini.", "tenggat")]


def periksa_langkah(
    langkah: str, status: str, *, teks: str, berbukti: bool, tenggat: date | None, hari: date
) -> list[Temuan]:
    """Is the step open from here, with what it needs?"""
    if lain := TANGGA.periksa(langkah, status):
        return lain
    temuan = _periksa_teks("teks", teks, _KOSONG.get(L(langkah), ""))
    if langkah == L.TINDAK_LANJUTI and not berbukti:
        pesan = "Sertakan buktinya: berkas atau tautan."
        temuan.append(_temuan("TANPA_BUKTI", pesan, "bukti"))
    if langkah == L.PERPANJANG and tenggat is None:
        temuan.append(_temuan("TENGGAT_KOSONG", "Isi tenggat yang baru.", "tenggat"))
    return temuan + periksa_tenggat(tenggat, hari)


def lewat(status: str, tenggat: date | None, hari: date) -> bool:
    """Is the agency late?"""
    return status in MENUNGGU_LEMBAGA and tenggat is not None and tenggat < hari


def _periksa_teks(medan: str, teks: str, kosong: str) -> list[Temuan]:
    if not teks and kosong:
        return [_temuan("TEKS_KOSONG", kosong, medan)]
    return _periksa_panjang(medan, teks)


def _periksa_panjang(medan: str, teks: str) -> list[Temuan]:
    if len(teks) <= PANJANG:
        return []
    return [_temuan("TEKS_PANJANG", f"Paling panjang {PANJANG} huruf; ini {len(teks)}.", medan)]


def _temuan(kode: str, pesan: str, medan: str) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, letak=Letak(medan=medan))
