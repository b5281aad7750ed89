"""The ladder of an LKE, and what must be settled before each step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from kinerja.aturan.langkah import Langkah, Tangga
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from laporan.aturan.lke import Instrumen
from laporan.pilihan import JawabanKriteria
from laporan.pilihan import StatusLke as S

PANJANG_CATATAN = 4000
BERTAHAN_TERLAMA = 50


class PelakuLke(StrEnum):
    """PENGAJU: perencana or kepala of the agency. PENILAI: inspektorat or bagian organisasi."""

    PENGAJU = "PENGAJU"
    PENILAI = "PENILAI"


P = PelakuLke
TANGGA = (
    Langkah("ajukan", S.DRAF, S.DIAJUKAN, P.PENGAJU),
    Langkah("ajukan", S.DIKEMBALIKAN, S.DIAJUKAN, P.PENGAJU),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.PENILAI),
    Langkah("finalkan", S.DIAJUKAN, S.FINAL, P.PENILAI),
)
SELESAI = {"ajukan": "diajukan", "kembalikan": "dikembalikan", "finalkan": "dinyatakan final"}
DAKIAN = Tangga(TANGGA, S, "LKE ini", SELESAI)
DIISI_LEMBAGA = (S.DRAF, S.DIKEMBALIKAN)
"""While the agency writes its self-assessment; in DIAJUKAN the evaluator writes values."""


def anak_tangga(status: str) -> list[tuple[str, str]]:
    """The rungs to show as (words, keadaan); keadaan is "sudah", "kini" or "nanti"."""
    pertama = S.DIKEMBALIKAN if status == S.DIKEMBALIKAN else S.DRAF
    urutan = [pertama, S.DIAJUKAN, S.FINAL]
    ke = urutan.index(S(status))
    kata = ("sudah", "kini", "nanti")
    return [(str(s.label), kata[1 + (n > ke) - (n < ke)]) for n, s in enumerate(urutan)]


def periksa_jawaban(kode: str, jawaban: str, instrumen: Instrumen) -> list[Temuan]:
    """Is it one of the answers that this criterion takes?"""
    if jawaban and jawaban not in JawabanKriteria.values:
        return [_temuan("JAWABAN_LAIN", "Pilih salah satu jawaban yang tersedia.", kode)]
    if jawaban != JawabanKriteria.TIDAK_BERLAKU:
        return []
    if any(k.boleh_lewat for k in instrumen.kriteria if k.kode == kode):
        return []
    pesan = f"Kriteria {kode} selalu berlaku; jawab terpenuhi atau belum."
    return [_temuan("SELALU_BERLAKU", pesan, kode)]


def periksa_bertahan(kode: str, teks: str) -> list[Temuan]:
    """A number of years, or nothing."""
    if not teks or (teks.isdecimal() and int(teks) <= BERTAHAN_TERLAMA):
        return []
    pesan = f"Tulis banyaknya tahun dengan angka, 0 sampai {BERTAHAN_TERLAMA}; bukan “{teks[:20]}”."
    return [_temuan("BERTAHAN_BUKAN_TAHUN", pesan, kode)]


def periksa_catatan(kode: str, teks: str) -> list[Temuan]:
    if len(teks) <= PANJANG_CATATAN:
        return []
    pesan = f"Paling panjang {PANJANG_CATATAN} huruf; ini {len(teks)}."
    return [_temuan("TEKS_TERLALU_PANJANG", pesan, kode)]


def periksa_pengajuan(
    instrumen: Instrumen,
    jawaban: Mapping[str, str],
    bertahan: Mapping[str, int | None],
    berbukti: Collection[str],
) -> list[Temuan]:
    """What stops the submission, and what the evaluator will ask (a warning)."""
    hasil = _belum(instrumen, jawaban, "BELUM_DIJAWAB", "dijawab")
    hasil += _bertahan(bertahan, berbukti)
    for k in instrumen.kriteria:
        if jawaban.get(k.kode) == JawabanKriteria.TERPENUHI and k.kode not in berbukti:
            pesan = f"Kriteria {k.kode} dinyatakan terpenuhi tanpa bukti; tautkan buktinya."
            hasil.append(_temuan("TANPA_BUKTI", pesan, k.kode, Tingkat.PERINGATAN))
    return hasil


def periksa_final(
    instrumen: Instrumen,
    mandiri: Mapping[str, str],
    penilaian: Mapping[str, str],
    catatan: Mapping[str, str],
    bertahan: Mapping[str, int | None],
    berbukti: Collection[str],
) -> list[Temuan]:
    """What stops the evaluator: no value yet, or one that differs without a word why."""
    hasil = _belum(instrumen, penilaian, "BELUM_DINILAI", "dinilai")
    hasil += _bertahan(bertahan, berbukti)
    for k in instrumen.kriteria:
        beda = penilaian.get(k.kode) and penilaian[k.kode] != mandiri.get(k.kode)
        if beda and not catatan.get(k.kode):
            pesan = (
                f"Nilai kriteria {k.kode} berbeda dari penilaian mandiri; tulis catatan mengapa."
            )
            hasil.append(_temuan("BEDA_TANPA_CATATAN", pesan, k.kode))
    return hasil


def _belum(instrumen: Instrumen, jawaban: Mapping[str, str], kode: str, kata: str) -> list[Temuan]:
    hasil = []
    for s in instrumen.sub:
        kosong = [k.kode for k in s.kriteria if not jawaban.get(k.kode)]
        if kosong:
            pesan = f"{s.kode} {s.nama}: {len(kosong)} kriteria belum {kata} ({', '.join(kosong)})."
            hasil.append(_temuan(kode, pesan, s.kode))
        elif all(jawaban[k.kode] == JawabanKriteria.TIDAK_BERLAKU for k in s.kriteria):
            pesan = f"{s.kode} {s.nama}: paling sedikit satu kriteria harus berlaku."
            hasil.append(_temuan("TIDAK_ADA_BERLAKU", pesan, s.kode))
    return hasil


def _bertahan(bertahan: Mapping[str, int | None], berbukti: Collection[str]) -> list[Temuan]:
    return [
        _temuan(
            "BERTAHAN_TANPA_BUKTI",
            f"{kode}: terpenuhi {tahun} tahun sebelumnya tertulis tanpa bukti; tautkan LKE, LHE, "
            "atau dokumen tahun-tahun itu.",
            kode,
        )
        for kode, tahun in bertahan.items()
        if tahun and kode not in berbukti
    ]


def _temuan(kode: str, pesan: str, di: str, tingkat: Tingkat = Tingkat.GALAT) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=tingkat, letak=Letak(medan=di))
