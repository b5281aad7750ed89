"""Rules about the words of one box: Q02 to Q04, Q06, Q07, Q22."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja.aturan.jenjang import label
from kinerja.aturan.mutu import kata as K
from kinerja.aturan.mutu.bahan import Kotak, Ukuran
from kinerja.aturan.mutu.temuan import tentang
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Jenjang

ATAS = frozenset({Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM})
"""Levels that answer for outcomes."""
BERKINERJA = ATAS | {Jenjang.KEGIATAN, Jenjang.KONDISI}
BERKETERANGAN = ATAS
SAMA = 95
"""From this likeness on numerator and denominator are one."""
JAUH = Decimal("0.25")
"""Fewer of an indicator's words in its formula: it is about something else."""
SERATUS = Decimal(100)

_BAGI = re.compile(r"\s+dibagi\s+(?:dengan\s+)?|\s*[/÷]\s*", re.IGNORECASE)
_KALI = re.compile(r"\s*(?:x|×|\*|dikali(?:kan)?)\s*100\s*%?.*$", re.IGNORECASE | re.DOTALL)
_DAN_ATAU = re.compile(r"\bdan\s*/\s*atau\b|\bkab(?:upaten)?\.?\s*/\s*kota\b", re.IGNORECASE)


def keterangan(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q02: what an indicator of the upper levels, or an IKU, does not say about itself."""
    for u in kotak.ukuran:
        if kotak.jenjang not in BERKETERANGAN and not u.utama:
            continue
        ada = {
            "cara menghitung": any(u.formulasi),
            "definisi operasional": bool(u.definisi),
            "sumber data": bool(u.sumber_data),
            "penanggung jawab": u.ditanggung,
        }
        if kurang := [nama for nama, isi in ada.items() if not isi]:
            sebutan = "IKU" if u.utama else "Indikator"
            pesan = f"{sebutan} {K.kutip(u.teks)} belum punya {_daftar(kurang)}."
            yield tentang("Q02", pesan, kotak, u, kurang)


def bukan_ukuran(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q03: the first word is no measure."""
    for u in kotak.ukuran:
        if K.ukuran(u.teks) or K.singkatan(u.teks):
            continue
        awal = K.kata_pertama(u.teks)
        if mirip := K.ukuran_mirip(u.teks):
            pesan = f"Kata ukuran “{awal}” pada {K.kutip(u.teks)} barangkali maksudnya “{mirip}”."
        else:
            pesan = (
                f"{K.kutip(u.teks)} dimulai dengan “{awal}”, bukan kata ukuran; "
                "tulis apa yang dihitung, misalnya jumlah atau persentase."
            )
        yield tentang("Q03", pesan, kotak, u)


def satuan(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q04: measure, unit and target say different things."""
    for u in kotak.ukuran:
        ukur = K.ukuran(u.teks) or K.ukuran_mirip(u.teks)
        if pesan := _satuan(u, ukur):
            yield tentang("Q04", pesan, kotak, u, [u.satuan])
        lebih = [(t, n) for t, n in u.target if n > SERATUS]
        if lebih and ukur in K.BAGIAN and (not u.satuan or K.satuan_persen(u.satuan)):
            t, n = lebih[0]
            pesan = (
                f"Target {t} {K.kutip(u.teks)} {K.angka(n)}, lebih dari 100 persen; "
                "pastikan memang dapat melebihi seluruhnya."
            )
            yield tentang("Q04", pesan, kotak, u, [str(t), str(n)])


def _satuan(u: Ukuran, ukur: str) -> str:
    persen, tulis = K.satuan_persen(u.satuan), K.kutip(u.teks)
    if ukur in K.HITUNGAN and persen:
        return (
            f"{tulis} menghitung jumlah, satuannya “{u.satuan}”; "
            "ganti kata ukurannya menjadi persentase, atau isi satuan yang dihitung."
        )
    if ukur in K.INDEKS and persen:
        return f"{tulis} adalah {ukur}, satuannya “{u.satuan}”; isi indeks, nilai, atau poin."
    if u.satuan and kunci(u.satuan) in K.BUKAN_SATUAN and not (ukur in K.BAGIAN and persen):
        return f"Satuan {tulis} tertulis “{u.satuan}”, bukan satuan; isi apa yang dihitung."
    if ukur in K.BAGIAN and u.satuan and not persen:
        return f"{tulis} adalah persentase, satuannya “{u.satuan}”; satuannya persen."
    return ""


def tingkat_indikator(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q06: an output where a result is asked for, or the other way round."""
    for u in kotak.ukuran:
        ukur, isi = K.ukuran(u.teks), K.kata(u.teks)
        if kotak.jenjang in ATAS and (bukti := _keluaran(ukur, isi)):
            pesan = (
                f"{label(kotak.jenjang)} diukur dengan {K.kutip(u.teks)}: “{bukti}” menghitung "
                "keluaran atau pekerjaan, bukan hasilnya."
            )
            yield tentang("Q06", pesan, kotak, u, [kotak.jenjang])
        elif kotak.jenjang == Jenjang.SUB_KEGIATAN and ukur in {"indeks", "opini", "predikat"}:
            pesan = (
                f"Sub kegiatan diukur dengan {K.kutip(u.teks)}: {ukur} adalah ukuran hasil; "
                "ukur keluarannya."
            )
            yield tentang("Q06", pesan, kotak, u, [kotak.jenjang])


def _keluaran(ukur: str, isi: tuple[str, ...]) -> str:
    """The word that gives an output away."""
    if isi and isi[0] in K.PROSES_TERJADI:
        return isi[0]
    if ukur not in K.HITUNGAN:
        return ""
    if len(isi) > 1 and isi[1] in K.KELUARAN:
        return isi[1]
    return next((k for k in isi if k in K.PENERIMAAN), "")


def pekerjaan(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q07: the sentence says what is done instead of what becomes of it."""
    if kotak.jenjang not in BERKINERJA or not kotak.kinerja:
        return
    awal = K.kata_pertama(kotak.kinerja)
    if K.kerja_aktif(awal) or awal in K.PROSES_BENDA:
        pesan = f"{K.kutip(kotak.kinerja)} dimulai dengan pekerjaan (“{awal}”); tulis keadaannya."
    elif kotak.jenjang in ATAS and awal in K.PROSES_TERJADI:
        pesan = (
            f"{label(kotak.jenjang)} {K.kutip(kotak.kinerja)} menyebut pekerjaan yang selesai "
            f"(“{awal}”), bukan hasilnya."
        )
    else:
        return
    yield tentang("Q07", pesan, kotak, None, [kotak.kinerja])


def rumus(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q22: numerator = denominator, or a formula about something else."""
    for u in kotak.ukuran:
        for baris in u.formulasi:
            bagian = pecah_rumus(baris)
            if bagian is None:
                continue
            if _sama(*bagian):
                pesan = (
                    f"Rumus {K.kutip(u.teks)}: pembilang dan penyebutnya sama "
                    f"({K.kutip(bagian[1], 90)}), hasilnya selalu 100 persen."
                )
                yield tentang("Q22", pesan, kotak, u, [baris])
        if asing := _rumus_asing(u):
            pesan = (
                f"Rumus {K.kutip(u.teks)} berbicara tentang hal lain ({K.kutip(asing, 90)}); "
                "pakai kata-kata indikatornya."
            )
            yield tentang("Q22", pesan, kotak, u, [asing])


def pecah_rumus(baris: str) -> tuple[str, str] | None:
    """Numerator and denominator of a formula in words; None where it is no division."""
    rapi = _DAN_ATAU.sub("atau", _KALI.sub("", " ".join(baris.split())))
    bagian = [b.strip(" ()[]:;,.") for b in _BAGI.split(rapi, maxsplit=1)]
    return (bagian[0], bagian[1]) if len(bagian) == 2 and all(bagian) else None


def _sama(pembilang: str, penyebut: str) -> bool:
    """Whatever the counting word in front."""
    atas, bawah = (" ".join(K.kata(b)) for b in (pembilang, penyebut))
    depan = re.compile(r"^(?:jumlah|populasi|total|seluruh|banyaknya)\s+")
    return K.mirip(depan.sub("", atas), depan.sub("", bawah)) >= SAMA


def _rumus_asing(u: Ukuran) -> str:
    """The formula, when nearly none of the indicator's words are in it."""
    rumus_bagi = [b for b in u.formulasi if pecah_rumus(b) is not None]
    if not rumus_bagi or K.kata_pertama(rumus_bagi[0]) in K.DARI_LUAR:
        return ""
    isi, disebut = K.isi(u.teks), K.isi(" ".join(rumus_bagi))
    bersama = sum(a in disebut or any(K.mirip(a, b) >= K.MIRIP_KATA for b in disebut) for a in isi)
    return rumus_bagi[0] if isi and Decimal(bersama) / len(isi) < JAUH else ""


def _daftar(kata: list[str]) -> str:
    return kata[0] if len(kata) == 1 else f"{', '.join(kata[:-1])} dan {kata[-1]}"
