"""Cascading per jabatan: what a box with two lists may hold, and what is odd about it. No ORM."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process

from kinerja.aturan.pohon import periksa_isian
from kinerja.aturan.teks import kalimat_tergabung, kunci
from kinerja.aturan.temuan import Letak, Temuan, Tingkat

KINERJA, INDIKATOR = "kinerja_utama", "indikator"
NAMA_DAFTAR = {KINERJA: "Kinerja utama", INDIKATOR: "Indikator kinerja"}
BUTIR_TERBANYAK, BUTIR_TERPANJANG = 60, 2000
KEMBAR, SERUPA = 92, 60
"""Two indicators are nearly the same, a sentence may mean a box of the tree: 0–100."""


@dataclass(frozen=True)
class IsiKotak:
    """A box as it is compared and checked: its number, title and two lists as typed."""

    nomor: str
    nama: str
    kinerja_utama: tuple[str, ...] = ()
    indikator: tuple[str, ...] = ()
    nama_dugaan: bool = False
    induk_dugaan: bool = False

    @property
    def sebutan(self) -> str:
        return self.nama or next(iter(self.kinerja_utama), "") or self.nomor or "Kotak tanpa nama"


def periksa_kotak(isi: IsiKotak) -> list[Temuan]:
    """What a box may not be: empty, or holding what does not fit."""
    if not (isi.nama or isi.kinerja_utama or isi.indikator):
        pesan = "Isi nama jabatan, kinerja utama, atau indikatornya."
        return [Temuan(kode="KOTAK_KOSONG", pesan=pesan, letak=Letak(medan="nama"))]
    hasil = []
    for medan in (KINERJA, INDIKATOR):
        butir = getattr(isi, medan)
        if len(butir) > BUTIR_TERBANYAK:
            pesan = f"{NAMA_DAFTAR[medan]} paling banyak {BUTIR_TERBANYAK} butir; pecah kotaknya."
            hasil.append(Temuan(kode="BUTIR_TERLALU_BANYAK", pesan=pesan).di(medan=medan))
        for nomor, teks in enumerate(butir, start=1):
            if len(teks) > BUTIR_TERPANJANG:
                pesan = (
                    f"{NAMA_DAFTAR[medan]} nomor {nomor} paling panjang {BUTIR_TERPANJANG} huruf "
                    f"(kini {len(teks)}); ringkaslah."
                )
                hasil.append(Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan).di(medan=medan))
        hasil += [t.di(medan=medan) for t in periksa_isian({medan: list(butir)})]
    return hasil


def temuan_kotak(isi: IsiKotak) -> list[Temuan]:
    """What is odd about a box and stays so: glued sentences, twins, lists not 1:1, guesses."""
    return [*_tergabung(isi), *_kembar(isi), *_jumlah(isi), *_dugaan(isi)]


def _tergabung(isi: IsiKotak) -> Iterator[Temuan]:
    for medan in (KINERJA, INDIKATOR):
        for nomor, teks in enumerate(getattr(isi, medan), start=1):
            if kalimat_tergabung(teks):
                pesan = (
                    f"{NAMA_DAFTAR[medan]} nomor {nomor} tampaknya dua kalimat yang menempel; "
                    "pisahkan bila memang dua."
                )
                yield _temuan("KALIMAT_TERGABUNG", pesan, medan, Tingkat.PERINGATAN)


def _kembar(isi: IsiKotak) -> Iterator[Temuan]:
    butir = [(n, kunci(t)) for n, t in enumerate(isi.indikator, start=1)]
    for (a, satu), (b, dua) in combinations(butir, 2):
        if fuzz.ratio(satu, dua, score_cutoff=KEMBAR):
            pesan = f"Indikator nomor {a} dan {b} hampir sama; hapus salah satu bila kembar."
            yield _temuan("INDIKATOR_KEMBAR", pesan, INDIKATOR, Tingkat.PERINGATAN)


def _jumlah(isi: IsiKotak) -> Iterator[Temuan]:
    k, i = len(isi.kinerja_utama), len(isi.indikator)
    if k and not i:
        pesan = "Belum ada indikator kinerja."
        yield _temuan("INDIKATOR_KOSONG", pesan, INDIKATOR, Tingkat.PERINGATAN)
    elif i and not k:
        pesan = "Belum ada kinerja utama."
        yield _temuan("KINERJA_KOSONG", pesan, KINERJA, Tingkat.PERINGATAN)
    elif k != i:
        pesan = f"{k} kinerja utama dan {i} indikator: nomornya tidak berpasangan satu-satu."
        yield _temuan("TIDAK_SATU_SATU", pesan, INDIKATOR, Tingkat.INFO)


def _dugaan(isi: IsiKotak) -> Iterator[Temuan]:
    if isi.nama_dugaan:
        pesan = "Nama jabatan hanya dugaan; sumbernya tidak menyebut jabatan."
        yield _temuan("NAMA_DUGAAN", pesan, "nama", Tingkat.INFO)
    if isi.induk_dugaan:
        pesan = "Atasan hanya dugaan dari isinya; pastikan lalu hapus tandanya."
        yield _temuan("INDUK_DUGAAN", pesan, "induk", Tingkat.INFO)


def _temuan(kode: str, pesan: str, medan: str, tingkat: Tingkat) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=tingkat, letak=Letak(medan=medan))


def cocokkan(baru: Sequence[IsiKotak], lama: Mapping[int, IsiKotak]) -> dict[int, int]:
    """Which known box each new one is (place -> key): by number, else by title; each once."""
    hasil: dict[int, int] = {}
    for medan in ("nomor", "nama"):
        calon: dict[str, list[int]] = {}
        for pk, isi in lama.items():
            if pk not in hasil.values() and getattr(isi, medan):
                calon.setdefault(kunci(getattr(isi, medan)), []).append(pk)
        for letak, isi in enumerate(baru):
            ketemu = calon.get(kunci(getattr(isi, medan)), []) if getattr(isi, medan) else []
            if letak not in hasil and len(ketemu) == 1 and ketemu[0] not in hasil.values():
                hasil[letak] = ketemu[0]
    return hasil


def usul_pasangan(teks: str, calon: Mapping[str, str], banyak: int = 3) -> list[str]:
    """Rows of the tree whose wording is near, the nearest first; ``calon`` maps uid to text."""
    dekat = process.extract(
        kunci(teks),
        {uid: kunci(isi) for uid, isi in calon.items()},
        scorer=fuzz.token_set_ratio,
        score_cutoff=SERUPA,
        limit=banyak,
    )
    return [uid for _, _, uid in dekat]


def rapikan_butir(butir: Iterable[str]) -> tuple[str, ...]:
    """Items without idle space; empty ones are none."""
    return tuple(satu for b in butir if (satu := " ".join(b.split())))


def dari_atas(induk: Sequence[int | None]) -> list[int]:
    """Places in an order in which a parent comes before what stands below it."""
    hasil: list[int] = []
    for letak in range(len(induk)):
        jalur: list[int] = []
        naik: int | None = letak
        while naik is not None and naik not in hasil and naik not in jalur:
            jalur.append(naik)
            naik = induk[naik]
        hasil += reversed(jalur)
    return hasil
