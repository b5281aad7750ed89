"""Rules about boxes together: Q05, Q12, Q13, Q14 inside a document, Q21, near-equal texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rapidfuzz import fuzz, process

from kinerja.aturan.jenjang import label
from kinerja.aturan.mutu import kata as K
from kinerja.aturan.mutu.bahan import Bahan, Kotak, Ukuran
from kinerja.aturan.mutu.kalimat import ATAS
from kinerja.aturan.mutu.temuan import tentang
from kinerja.aturan.nomenklatur import kunci_kode
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import JenisPohon, Jenjang

SAMA = 93
"""Likeness (0 to 100) from which two indicators are one, typing errors included."""
EJAAN = 80
"""From this likeness on two words are one, typed otherwise."""
BANYAK_KATA = 5
"""An indicator of at least that many words that stands whole in another one is the same."""
KATA_BERSAMA, BAGIAN_BERSAMA = 3, Decimal("0.75")
"""Two measures are about one thing when they share that many words, that much of the shorter."""

_ANGKA = re.compile(r"\d+")


def serupa(a: Ukuran, b: Ukuran) -> bool:
    """The same indicator, whatever typing errors or a few words more."""
    ukuran = [K.ukuran(u.teks) or K.ukuran_mirip(u.teks) for u in (a, b)]
    if ukuran[0] != ukuran[1]:
        return False
    if K.mirip(a.teks, b.teks) >= SAMA:
        return not _beda_kata(a.teks, b.teks)
    pendek, panjang = sorted((K.isi(a.teks), K.isi(b.teks)), key=len)
    return len(pendek) >= BANYAK_KATA and pendek <= panjang and len(panjang) <= 2 * len(pendek) + 1


def _beda_kata(a: str, b: str) -> bool:
    """Do they differ by whole words ("sandang", "pangan") or numbers, not just by typing?"""
    if _ANGKA.findall(a) != _ANGKA.findall(b):
        return True
    return any(
        all(K.mirip(kata, lain) < EJAAN for lain in K.kata(seberang))
        for satu, seberang in ((a, b), (b, a))
        for kata in K.isi(satu) - K.isi(seberang)
    )


def turun(kotak: Kotak, atas: Sequence[Kotak]) -> Iterator[Temuan]:
    """Q05: an indicator that a box above has, too; ``atas`` from the nearest up."""
    for u in kotak.ukuran:
        for di_atas in atas:
            kembar = next((v for v in di_atas.ukuran if serupa(u, v)), None)
            if kembar is None:
                continue
            kata = "sama dengan" if kunci(u.teks) == kunci(kembar.teks) else "hampir sama dengan"
            pesan = (
                f"{K.kutip(u.teks)} {kata} indikator {label(di_atas.jenjang).lower()} di atasnya; "
                "setiap tingkat perlu ukurannya sendiri."
            )
            yield tentang("Q05", pesan, kotak, u, [di_atas.uid, kembar.teks])
            break


def sekotak(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """Q05: two indicators of one box that are the same."""
    for n, u in enumerate(kotak.ukuran):
        if any(serupa(u, v) for v in kotak.ukuran[:n]):
            pesan = f"{K.kutip(u.teks)} hampir sama dengan indikator lain di kotak ini."
            yield tentang("Q05", pesan, kotak, u, ["sekotak"])


def ditanggung(kotak: Kotak, anak: Sequence[Kotak], jenis: str, ada_tugas: bool) -> list[Temuan]:
    """Q12: a sasaran without program; a leaf that no position answers for, once any is assigned."""
    hasil = []
    if jenis == JenisPohon.CASCADING and kotak.jenjang == Jenjang.SASARAN and not anak:
        pesan = "Sasaran ini belum didukung program; pindahkan atau tambahkan programnya."
        hasil.append(tentang("Q12", pesan, kotak, isi=["program"]))
    if ada_tugas and not anak and not kotak.dijawab and kotak.jenjang != Jenjang.SASARAN:
        pesan = f"{label(kotak.jenjang)} ini belum punya jabatan penanggung jawab."
        hasil.append(tentang("Q12", pesan, kotak, isi=["jabatan"]))
    return hasil


def tak_dijabarkan(kotak: Kotak, anak: Sequence[Kotak]) -> list[Temuan]:
    """Q13: the only box below says the same."""
    if len(anak) != 1:
        return []
    if not kotak.kinerja or kunci(kotak.kinerja) != kunci(anak[0].kinerja):
        return []
    pesan = (
        f"Satu-satunya {label(anak[0].jenjang).lower()} di bawahnya berbunyi sama; "
        "tulis kinerja yang khas, atau tambah penjabarannya."
    )
    return [tentang("Q13", pesan, kotak, isi=[kotak.kinerja])]


def hampir_kembar(anak: Sequence[Kotak]) -> Iterator[Temuan]:
    """Q13: boxes of one parent whose texts differ by typing errors only."""
    kunci_anak = [kunci(k.sebutan) for k in anak]
    for n, b in enumerate(anak):
        calon = process.extract_iter(
            kunci_anak[n], kunci_anak[:n], scorer=fuzz.ratio, score_cutoff=SAMA
        )
        for _, _, letak in calon:
            a = anak[letak]
            beda = kunci_anak[letak] != kunci_anak[n] and a.unit == b.unit
            if beda and not _beda_kata(a.sebutan, b.sebutan):
                pesan = f"{K.kutip(b.sebutan)} hampir sama dengan {K.kutip(a.sebutan)}."
                yield tentang("Q13", pesan, b, isi=[a.sebutan, b.sebutan])
                break


def dipakai_lagi(bahan: Bahan) -> Iterator[Temuan]:
    """Q05: one indicator for two boxes of a level that answers for outcomes."""
    pertama: dict[tuple[str, str], Kotak] = {}
    for k in bahan.kotak:
        for u in k.ukuran if k.jenjang in ATAS else ():
            lain = pertama.setdefault((k.jenjang, kunci(u.teks)), k)
            if lain is not k and kunci(lain.sebutan) != kunci(k.sebutan):
                pesan = (
                    f"{K.kutip(u.teks)} juga dipakai {label(k.jenjang).lower()} "
                    f"{K.kutip(lain.sebutan, 90)}; masing-masing perlu ukurannya sendiri."
                )
                yield tentang("Q05", pesan, k, u, [lain.sebutan])


def target_berbeda(bahan: Bahan) -> Iterator[Temuan]:
    """Q14 inside a document: nearly the same percentage above kegiatan, another target."""
    daftar = [
        (k, u, n, K.isi(u.teks))
        for k in bahan.kotak
        if k.jenjang in ATAS
        for u in k.ukuran
        if (n := u.target_tahun(bahan.tahun)) is not None
        and (K.ukuran(u.teks) or K.ukuran_mirip(u.teks)) in K.BAGIAN
    ]
    milik: dict[str, list[int]] = {}
    for nomor, (kotak, u, nilai, isi) in enumerate(daftar):
        bersama = Counter(m for kata in isi for m in milik.get(kata, ()))
        for m in sorted(bersama):
            lain, v, angka, isi_lain = daftar[m]
            if angka != nilai and _seukuran(bersama[m], isi, isi_lain):
                pesan = (
                    f"{K.kutip(u.teks)} {bahan.tahun} ditargetkan {K.angka(nilai)}, "
                    f"{label(lain.jenjang).lower()} memakai ukuran yang hampir sama "
                    f"{K.kutip(v.teks)} dengan {K.angka(angka)}."
                )
                yield tentang("Q14", pesan, kotak, u, [v.teks, str(nilai), str(angka)])
                break
        for kata in isi:
            milik.setdefault(kata, []).append(nomor)


def _seukuran(bersama: int, a: frozenset[str], b: frozenset[str]) -> bool:
    return bersama >= KATA_BERSAMA and Decimal(bersama) / min(len(a), len(b)) >= BAGIAN_BERSAMA


def pagu_ganda(bahan: Bahan) -> Iterator[Temuan]:
    """Q21: one code and unit in two places, both with money."""
    pertama: dict[tuple[str, str], Kotak] = {}
    for k in bahan.kotak:
        if not (k.berpagu and k.kode):
            continue
        kembar = pertama.setdefault((kunci_kode(k.kode), k.unit), k)
        if kembar is not k and kembar.induk != k.induk:
            pesan = f"Kode {k.kode} sudah berpagu di tempat lain; pagunya terhitung dua kali."
            yield tentang("Q21", pesan, k, isi=[k.kode, k.unit])


def leluhur(kotak: Kotak, milik: Mapping[str, Kotak]) -> list[Kotak]:
    """The boxes above, from the nearest up."""
    hasil = []
    uid = kotak.induk
    while uid is not None and (atas := milik.get(uid)) is not None:
        hasil.append(atas)
        uid = atas.induk
    return hasil
