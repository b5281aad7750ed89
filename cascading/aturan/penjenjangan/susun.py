"""How the stages lay the document out: columns, tables, pages of branches, targets, blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cascading.aturan.penjenjangan.isi import (
    ButirIsi,
    IsiPenjenjangan,
    Komponen,
    Kondisi,
    Ukuran,
    dengan_atas,
    menurut_jenjang,
    telusur,
)
from cascading.pilihan import BentukKiri, KolomTahap1
from kinerja.pilihan import Jenjang, PeranKondisi


@dataclass(frozen=True)
class Kolom:
    """A column of Tahap 1; ``petunjuk`` are the lines of the filling hint under its head."""

    kode: str
    judul: str
    petunjuk: tuple[str, ...]
    butir: tuple[ButirIsi, ...]


@dataclass(frozen=True)
class Tabel:
    """A two-column table of Tahap 3: a condition at the left, what it needs at the right.

    ``bentuk`` is the kind of its left-hand title, ``csf`` the number of the CSF it belongs to
    (None below none).
    """

    kondisi: Kondisi
    bentuk: str
    csf: int | None
    judul_kiri: str
    judul_kanan: str
    kanan: tuple[Kondisi, ...]


@dataclass(frozen=True)
class Cabang:
    """A page of Tahap 4: ``jalur`` is the path to ``kepala``, whose branch it shows."""

    jalur: tuple[Kondisi, ...]
    kepala: Kondisi


@dataclass(frozen=True)
class BarisTarget:
    """A tujuan or sasaran of 5.1 with its indicators, each with its targets by year."""

    komponen: Komponen
    indikator: tuple[Ukuran, ...]


@dataclass(frozen=True)
class Blok:
    """A label-value block: ``atas`` is repeated over each ``komponen`` (5.2: program over
    kegiatan; 5.3: kegiatan over sub kegiatan). A program without kegiatan stands alone.
    """

    atas: Komponen
    komponen: Komponen | None


def outcome(isi: IsiPenjenjangan) -> tuple[Kondisi, ...]:
    """The conditions that the agency wants in the end; those at the top where none has the role."""
    milik = [k for k in telusur(isi.kondisi) if k.peran == PeranKondisi.OUTCOME]
    return tuple(milik or isi.kondisi)


def daftar_csf(isi: IsiPenjenjangan) -> tuple[tuple[int, Kondisi], ...]:
    """(number from 1, CSF) in tree order."""
    milik = [k for k in telusur(isi.kondisi) if k.peran == PeranKondisi.CSF]
    return tuple(enumerate(milik, start=1))


def kolom_tahap1(isi: IsiPenjenjangan) -> tuple[Kolom, ...]:
    """The three columns in their order."""
    return tuple(
        Kolom(
            kode,
            isi.kata[f"KOLOM_{kode}"],
            tuple(isi.kata[f"PETUNJUK_{kode}"].splitlines()),
            isi.butir.get(kode, ()),
        )
        for kode in KolomTahap1.values
    )


def tabel_tahap3(isi: IsiPenjenjangan) -> tuple[Tabel, ...]:
    """A table for every condition below the outcome that needs others, in tree order."""
    nomor = {k.uid: n for n, k in daftar_csf(isi)}
    di_atas = {k.uid for k in outcome(isi)}
    return tuple(
        _tabel(isi, atas, kondisi, nomor)
        for atas, kondisi in dengan_atas(isi.kondisi)
        if kondisi.anak and kondisi.uid not in di_atas
    )


def bentuk_baku(atas: tuple[Kondisi, ...], kondisi: Kondisi) -> BentukKiri:
    """The kind of title that role and place of a condition lead to."""
    if kondisi.peran == PeranKondisi.CSF:
        return BentukKiri.FAKTOR
    if atas and atas[-1].peran == PeranKondisi.CSF:
        return BentukKiri.TURUNAN_CSF
    return BentukKiri.KONDISI


def pilihan_kiri(isi: IsiPenjenjangan, uid: str) -> dict[str, str]:
    """Titles that a table may have, by kind; "" is the derived one. Empty where there is none."""
    tabel = {t.kondisi.uid: t for t in tabel_tahap3(replace(isi, bentuk_kiri={}))}.get(uid)
    if tabel is None:
        return {}
    atas = next(a for a, k in dengan_atas(isi.kondisi) if k.uid == uid)
    di_atas = atas[-1].teks if atas else ""
    return {"": tabel.judul_kiri} | {
        str(b): judul_kiri(isi, b, tabel.csf, di_atas) for b in BentukKiri
    }


def judul_kiri(isi: IsiPenjenjangan, bentuk: str, csf: int | None, atas: str) -> str:
    """The title of a kind as printed; ``atas`` is the condition above."""
    kata = isi.kata[f"KIRI_{bentuk}"]
    teks = kata.replace("{csf}", str(csf or "")).replace("{atas}", atas)
    return " ".join(teks.split())


def _tabel(
    isi: IsiPenjenjangan, atas: tuple[Kondisi, ...], kondisi: Kondisi, nomor: dict[str, int]
) -> Tabel:
    bentuk = isi.bentuk_kiri.get(kondisi.uid) or bentuk_baku(atas, kondisi)
    csf = next((nomor[k.uid] for k in (kondisi, *reversed(atas)) if k.uid in nomor), None)
    di_atas = atas[-1].teks if atas else ""
    judul = judul_kiri(isi, bentuk, csf, di_atas)
    return Tabel(kondisi, str(bentuk), csf, judul, isi.kata["KANAN"], kondisi.anak)


def ringkasan_tahap4(isi: IsiPenjenjangan) -> tuple[Kondisi, ...]:
    """The overview: the trees cut below the heads of the branches."""
    kepala = {c.kepala.uid for c in cabang_tahap4(isi)}
    return tuple(_potong(k, kepala) for k in isi.kondisi)


def cabang_tahap4(isi: IsiPenjenjangan) -> tuple[Cabang, ...]:
    """A page for each condition right below a CSF, program by program; where no condition is a CSF
    the pages begin right below the top.
    """
    ber_csf = bool(daftar_csf(isi))
    hasil = []
    for atas, kondisi in dengan_atas(isi.kondisi):
        di_bawah_csf = bool(atas) and atas[-1].peran == PeranKondisi.CSF
        if di_bawah_csf or (not ber_csf and len(atas) == 1):
            hasil.append(Cabang(atas, kondisi))
    return tuple(hasil)


def catatan_tahap4(isi: IsiPenjenjangan) -> tuple[str, ...]:
    """How the levels of the tree become components, one sentence each."""
    return tuple(b.strip() for b in isi.kata["CATATAN_4"].splitlines() if b.strip())


def _potong(kondisi: Kondisi, kepala: set[str]) -> Kondisi:
    if kondisi.uid in kepala:
        return replace(kondisi, anak=())
    return replace(kondisi, anak=tuple(_potong(a, kepala) for a in kondisi.anak))


def tujuan_bertarget(isi: IsiPenjenjangan) -> tuple[Komponen, ...]:
    """The tujuan that 5.1 prints: those whose branch of tujuan and sasaran has a target in some
    year; all of them where none has.
    """
    semua = menurut_jenjang(isi, Jenjang.TUJUAN)
    return tuple(t for t in semua if _bertarget(t)) or tuple(semua)


def tabel_tujuan(isi: IsiPenjenjangan) -> tuple[BarisTarget, ...]:
    """The first table of 5.1."""
    return tuple(BarisTarget(t, t.indikator) for t in tujuan_bertarget(isi))


def tabel_sasaran(isi: IsiPenjenjangan) -> tuple[BarisTarget, ...]:
    """The second table of 5.1: sasaran below the tujuan of the first."""
    return tuple(
        BarisTarget(s, s.indikator)
        for t in tujuan_bertarget(isi)
        for s in telusur(t.anak)
        if s.jenjang == Jenjang.SASARAN
    )


def _bertarget(tujuan: Komponen) -> bool:
    milik = (k for k in telusur([tujuan]) if k.jenjang in (Jenjang.TUJUAN, Jenjang.SASARAN))
    return any(u.target for k in milik for u in k.indikator)


def blok_program(isi: IsiPenjenjangan) -> tuple[Blok, ...]:
    """5.2: every kegiatan under its program, whose block is repeated."""
    return tuple(_blok(isi, Jenjang.PROGRAM, Jenjang.KEGIATAN))


def blok_sub_kegiatan(isi: IsiPenjenjangan) -> tuple[Blok, ...]:
    """5.3: every sub kegiatan under its kegiatan."""
    return tuple(b for b in _blok(isi, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN) if b.komponen)


def kelompok(daftar: tuple[Blok, ...]) -> list[tuple[Komponen, list[Komponen]]]:
    """Blocks on a screen: what is repeated once, with all below it."""
    hasil: list[tuple[Komponen, list[Komponen]]] = []
    for blok in daftar:
        if not hasil or hasil[-1][0] is not blok.atas:
            hasil.append((blok.atas, []))
        if blok.komponen is not None:
            hasil[-1][1].append(blok.komponen)
    return hasil


def _blok(isi: IsiPenjenjangan, atas: str, bawah: str) -> Iterator[Blok]:
    for satu in menurut_jenjang(isi, atas):
        milik = [k for k in telusur(satu.anak) if k.jenjang == bawah]
        if not milik:
            yield Blok(satu, None)
        yield from (Blok(satu, k) for k in milik)
