"""Repeated rows and repeated numbers among siblings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca
from kinerja.impor.tata_letak.blok_unit import BLOK
from kinerja.pilihan import JenisNilai

PEMBEDA = ("jenis_pemda", "versi", "dicoret", BLOK)


def saring_kembar(
    simpul: list[SimpulBaca], lembar: Callable[[SimpulBaca], str]
) -> tuple[list[SimpulBaca], list[Temuan]]:
    """Drop exact repeats (their children move to the first), flag same names with other content.

    ``lembar`` answers the sheet a node stands in.
    """
    induk_semua = {s.induk for s in simpul}
    pertama: dict[tuple[str | None, ...], SimpulBaca] = {}
    simpan: list[SimpulBaca] = []
    temuan: list[Temuan] = []
    pindah: dict[str | None, str] = {}
    for s in simpul:
        s.induk = pindah.get(s.induk, s.induk)
        asli = pertama.setdefault(sidik_simpul(s), s)
        if asli is s:
            simpan.append(s)
        elif _isi(s) == _isi(asli) or ({s.id, asli.id} & induk_semua and _hampa(s, asli)):
            pindah[s.id] = asli.id  # what stands below it belongs to the first one
            temuan.append(_persis(s, lembar(s), _baris(asli, lembar(asli), lembar(s))))
        else:
            simpan.append(s)
            temuan.append(_beda(s, lembar(s), _baris(asli, lembar(asli), lembar(s))))
    return simpan, temuan


def sidik_simpul(s: SimpulBaca) -> tuple[str | None, ...]:
    """Two nodes are the same when parent, level, code, name (or sentence) and unit are; the
    official list tells those of provinsi and kabupaten/kota, and its editions, apart as well.
    """
    pembeda = ""
    if s.unit or s.lain:
        pembeda = kunci(s.unit) + "".join(str(s.lain.get(m, "")) for m in PEMBEDA)
    return (s.induk, s.level, s.kode, kunci(s.sebutan), pembeda)


def _baris(s: SimpulBaca, lembar: str, dilihat_dari: str) -> str:
    """The row of a node in words, with its sheet where that is another one."""
    return f"baris {s.baris}" + (f" lembar “{lembar}”" if lembar != dilihat_dari else "")


def temuan_tersisa(
    temuan: list[Temuan], semua: Sequence[SimpulBaca], dimuat: Sequence[SimpulBaca]
) -> list[Temuan]:
    """Findings without those of cells that only skipped rows are read from: nobody repairs them."""
    if not temuan or len(semua) == len(dimuat):
        return temuan
    dipakai = {id(s) for s in dimuat}
    sel: set[str] = set()
    dilewati: set[str] = set()
    for s in semua:
        (sel if id(s) in dipakai else dilewati).update(_sel(s))
    dilewati -= sel
    return [t for t in temuan if t.letak.sel not in dilewati]


def _sel(s: SimpulBaca) -> Iterator[str]:
    """Every cell that a node was read from."""
    yield from s.sel.values()
    yield from (n.sel for n in s.pagu.values())
    for i in s.indikator:
        yield from i.sel.values()
        yield from (n.sel for n in (*i.target.values(), *i.baseline.values()))


def _hampa(s: SimpulBaca, asli: SimpulBaca) -> bool:
    """Only a name, as printed again at the top of a page."""
    pagu = any(n.bacaan.nilai.jenis != JenisNilai.KOSONG for n in s.pagu.values())
    return not (s.indikator or pagu) and kunci(s.kinerja) in ("", kunci(asli.kinerja))


def _isi(s: SimpulBaca) -> tuple[object, ...]:
    indikator = tuple(_isi_indikator(i) for i in s.indikator)
    pagu = tuple((t, n.bacaan.nilai.angka, n.bacaan.nilai.mentah) for t, n in s.pagu.items())
    return (kunci(s.kinerja), indikator, pagu)


def _isi_indikator(i: IndikatorBaca) -> tuple[object, ...]:
    target = tuple((t, n.bacaan.nilai.mentah) for t, n in i.target.items())
    return (kunci(i.teks), kunci(i.satuan), target)


def _persis(s: SimpulBaca, lembar: str, asli: str) -> Temuan:
    return Temuan(
        kode="DUPLIKAT_PERSIS",
        tingkat=Tingkat.PERINGATAN,
        pesan=f"Baris ini sama persis dengan {asli}; dilewati.",
        letak=_letak(s, lembar),
    )


def _beda(s: SimpulBaca, lembar: str, asli: str) -> Temuan:
    pesan = (
        f"“{s.sebutan[:80]}” sudah ada di {asli} dengan isi lain. "
        "Ubah namanya, isi unitnya, atau kosongkan salah satu barisnya."
    )
    return Temuan(
        kode="DUPLIKAT_NAMA_BEDA_ISI",
        tingkat=Tingkat.GALAT,
        pesan=pesan,
        letak=_letak(s, lembar),
    )


def _letak(s: SimpulBaca, lembar: str) -> Letak:
    sel = s.sel.get("nama") or s.sel.get("kinerja") or next(iter(s.sel.values()), "")
    return Letak(lembar=lembar, sel=sel)


def nomor_ganda(simpul: Iterable[SimpulBaca], lembar: str) -> list[Temuan]:
    """One number on two siblings with different names. Numbers typed as numbers are left alone:
    2.10 and 2.1 cannot be told apart. Numbers begin anew under each indicator of the parent and
    for what replaces struck-out rows.
    """
    pertama: dict[tuple[object, ...], SimpulBaca] = {}
    temuan = []
    for s in simpul:
        if not s.no or s.lain.get("nomor_angka"):
            continue
        kelompok = (s.lain.get("indikator_induk"), s.lain.get("dicoret"))
        asli = pertama.setdefault((s.induk, s.level, s.no, *kelompok), s)
        if asli is not s and kunci(asli.sebutan) != kunci(s.sebutan):
            pesan = (
                f"Nomor {s.no} juga dipakai baris {asli.baris}. Keduanya dimuat; betulkan nomornya."
            )
            sel = s.sel.get("no") or s.sel.get("nama") or s.sel.get("kinerja", "")
            letak = Letak(lembar=lembar, sel=sel)
            temuan.append(
                Temuan(kode="NOMOR_GANDA", tingkat=Tingkat.PERINGATAN, pesan=pesan, letak=letak)
            )
    return temuan
