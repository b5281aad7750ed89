"""Rules about what stands around the documents of an agency: Q12, Q14 to Q20. Each takes what it
needs and finds nothing where that is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kinerja.aturan.angka import baca_target
from kinerja.aturan.kumulatif import jatuh_tempo
from kinerja.aturan.mutu import kata as K
from kinerja.aturan.mutu.bahan import (
    PERENCANAAN,
    BahanLembaga,
    Hasil,
    Kondisi,
    NilaiDokumen,
    Tenggat,
)
from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.aturan.penugasan import Tugas, tanpa_kotak
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Letak, Temuan

RENDAH, TINGGI = Decimal(80), Decimal(120)
"""Below the one a capaian is explained, above the other its target was too low (percent)."""


def periksa_lembaga(bahan: BahanLembaga, *, hari_ini: str) -> list[Temuan]:
    """All findings; ``hari_ini`` is an ISO date."""
    return [
        *tanpa_tugas(bahan.jabatan, bahan.tugas),
        *beda_dokumen(bahan.dokumen),
        *belum_diperjanjikan(bahan.dokumen),
        *penggantian(bahan.penggantian_iku),
        *lintas(bahan.kondisi),
        *pelaporan(bahan.hasil),
        *sepadan(bahan.hasil),
        *terlambat(bahan.tenggat, hari_ini=hari_ini),
    ]


def tanpa_tugas(jabatan: Iterable[tuple[int, str]], tugas: Iterable[Tugas]) -> Iterator[Temuan]:
    """Q12: positions without a box, once any position has one."""
    nama, daftar = dict(jabatan), list(tugas)
    for pk in tanpa_kotak(list(nama), daftar) if daftar else []:
        yield _temuan("Q12", f"{nama[pk]} belum memegang satu kotak pun.", perihal=nama[pk])


def beda_dokumen(daftar: Iterable[NilaiDokumen]) -> Iterator[Temuan]:
    """Q14: one indicator with another target in another document."""
    pertama: dict[str, NilaiDokumen] = {}
    for n in daftar:
        if not n.target:
            continue
        awal = pertama.setdefault(n.uid or kunci(n.teks), n)
        if awal.dokumen != n.dokumen and not _sama(awal.target, n.target):
            pesan = (
                f"{K.kutip(n.teks)}: {awal.dokumen} menulis {awal.target}, "
                f"{n.dokumen} menulis {n.target}."
            )
            perihal = "\n".join((n.teks, awal.dokumen, awal.target, n.dokumen, n.target))
            yield _temuan("Q14", pesan, n.simpul, perihal, n.uid)


def _sama(satu: str, lain: str) -> bool:
    """The same number however it is written ("93,59", "93,59 %"), else the same words."""
    angka, angka_lain = (baca_target(t).nilai.angka for t in (satu, lain))
    if angka is None or angka_lain is None:
        return kunci(satu) == kunci(lain)
    return angka == angka_lain


def belum_diperjanjikan(daftar: Iterable[NilaiDokumen]) -> Iterator[Temuan]:
    """Q15: an indicator of IKU or Renstra that no agreement has, once there is an agreement."""
    semua = [n for n in daftar if n.dokumen != PERENCANAAN]
    diperjanjikan = {n.uid or kunci(n.teks) for n in semua if n.dokumen == "PK"}
    if not diperjanjikan:
        return
    for n in {(n.dokumen, n.uid or kunci(n.teks)): n for n in reversed(semua)}.values():
        if n.dokumen != "PK" and (n.uid or kunci(n.teks)) not in diperjanjikan:
            pesan = f"{K.kutip(n.teks)} ada di {n.dokumen}, tidak ada di perjanjian kinerja."
            yield _temuan("Q15", pesan, n.simpul, f"{n.dokumen}\n{n.teks}", n.uid)


def penggantian(daftar: Iterable[tuple[int, str, str]]) -> Iterator[Temuan]:
    """Q16: one finding a replaced IKU, with the count so far."""
    for urutan, (tahun, lama, baru) in enumerate(sorted(daftar), start=1):
        kata = f"diganti {K.kutip(baru)}" if baru else "dihapus"
        pesan = f"IKU {K.kutip(lama)} {kata} pada {tahun}: penggantian ke-{urutan} di periode ini."
        yield _temuan("Q16", pesan, perihal=f"{tahun}\n{lama}\n{baru}")


def lintas(daftar: Iterable[Kondisi]) -> Iterator[Temuan]:
    """Q17: another agency carries a condition out, and nobody agreed on it."""
    for k in daftar:
        if k.pelaksana not in (None, k.perangkat_daerah) and not k.crosscutting:
            pesan = f"{K.kutip(k.sebutan)} dilaksanakan perangkat daerah lain, belum ditautkan."
            yield _temuan("Q17", pesan, k.simpul, f"{k.sebutan}\n{k.pelaksana}")


def pelaporan(daftar: Iterable[Hasil]) -> Iterator[Temuan]:
    """Q18: no evidence; low without obstacles and follow-up; far above its target. Q20: not
    measured though due.
    """
    for h in daftar:
        if h.triwulan and not jatuh_tempo(h.frekuensi, h.triwulan):
            continue
        masa = f"triwulan {h.triwulan} {h.tahun}" if h.triwulan else str(h.tahun)
        tulis = K.kutip(h.teks)
        if not h.terisi:
            yield _temuan("Q20", f"{tulis}: {masa} belum diukur.", h.simpul, f"{h.teks}\n{masa}")
            continue
        kurang = [] if h.berbukti else ["belum berbukti"]
        if h.capaian is not None and h.capaian < RENDAH and not (h.hambatan and h.tindak_lanjut):
            kurang.append(f"capaian {_persen(h.capaian)} tanpa hambatan dan tindak lanjut")
        if h.capaian is not None and h.capaian > TINGGI:
            kurang.append(f"capaian {_persen(h.capaian)}; targetnya mungkin terlalu rendah")
        if kurang:
            pesan = f"{tulis}, {masa}: {'; '.join(kurang)}."
            perihal = "\n".join((h.teks, masa, str(h.capaian), *kurang))
            yield _temuan("Q18", pesan, h.simpul, perihal)


def sepadan(daftar: Iterable[Hasil]) -> Iterator[Temuan]:
    """Q19: all money and little result, or a result without money."""
    for h in daftar:
        if h.capaian is None or h.serapan is None:
            continue
        if h.serapan >= 100 and h.capaian < RENDAH:
            kata = f"anggaran terserap seluruhnya, capaian {_persen(h.capaian)}"
        elif h.serapan == 0 and h.capaian >= RENDAH:
            kata = f"anggaran belum terserap, capaian {_persen(h.capaian)}"
        else:
            continue
        perihal = f"{h.teks}\n{h.tahun}\n{h.triwulan}\n{h.capaian}\n{h.serapan}"
        yield _temuan("Q19", f"{K.kutip(h.teks)}: {kata}.", h.simpul, perihal)


def terlambat(daftar: Iterable[Tenggat], *, hari_ini: str) -> Iterator[Temuan]:
    """Q20: done after its date, or not yet and its date is over."""
    for t in daftar:
        if (t.pada or hari_ini) <= t.sampai:
            continue
        kata = f"selesai {t.pada}" if t.pada else "belum selesai"
        pesan = f"{t.sebutan} jatuh tempo {t.sampai}, {kata}."
        yield _temuan("Q20", pesan, t.simpul, f"{t.sebutan}\n{t.sampai}")


def _persen(nilai: Decimal) -> str:
    return f"{K.angka(round(nilai, 2))} %"


def _temuan(
    kode: str, pesan: str, simpul: str = "", perihal: str = "", indikator: str = ""
) -> Temuan:
    return Temuan(
        kode=kode,
        pesan=pesan,
        tingkat=KATALOG[kode].tingkat,
        letak=Letak(simpul=simpul, indikator=indikator),
        perihal=perihal,
    )
