"""A pohon kinerja as a list of boxes: id, id of the parent, condition, indicator, programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan, Tingkat, Usul
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import pecah_butir
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca

JENIS = "kotak"
PROGRAM = ("program", "kegiatan", "sub_kegiatan")
AWALAN = re.compile(r"^\s*indikator(?:\s+kinerja)?\s*:\s*", re.IGNORECASE)
RAGU = "INDUK_MERAGUKAN"
"""The finding that asks; a cell that the planner filled is answered."""
CALON_TERBANYAK = 4
_KERAGUAN = re.compile(
    r"\b(?:diduga|dugaan|ragu|meragukan|(?:tidak|belum|kurang) (?:pasti|jelas|yakin)"
    r"|menurut urutan cetak|keyakinan (?:rendah|sedang))\b|\?",
    re.IGNORECASE,
)
_PESAN_RAGU = "Induk kotak {} belum pasti ({}); dimuat di bawah {}. Pastikan induknya."
_PESAN_KEMBAR = "Kotak ini sama isinya dengan kotak {}; keduanya dimuat."
_PESAN_INDUK = "Kotak induk “{}” tidak ada di tabel ini; kotak dimuat tanpa induk."


def kenali(tabel: Tabel) -> float:
    """Ids and the ids of parents beside a condition; without ids a parent's number or sentence."""
    if not tabel.punya("induk") or tabel.punya("jabatan"):
        return 0
    if not tabel.punya("id"):
        return 0.8 * tabel.punya("kondisi")
    return 0.95 if tabel.punya("kondisi") else 0.6 if tabel.punya("kinerja") else 0


def baca(p: Pembacaan) -> TabelBaca:
    c = {k.medan: k.c for k in p.tabel.kolom if k.medan not in ("nama",)}
    program = {k.jenjang: k.c for k in p.tabel.kolom if k.medan == "nama" and k.jenjang}
    simpul = [
        _kotak(p, r, c, program)
        for r in p.tabel.batas.data
        if r not in p.tabel.lembar.baris_tersembunyi
    ]
    simpul = [s for s in simpul if s.kinerja]
    if "id" not in c:
        _induk_bernama(simpul)
    sambungkan(p, simpul, c.get("induk", 0))
    _tanyakan_induk(p, simpul, c)
    kolom = c.get("kondisi", c.get("kinerja", 0))
    lapor_kembar(p, simpul, {s.id: (s.baris - 1, kolom) for s in simpul})
    hasil = tabel_baca(p, simpul, JENIS)
    hasil.jumlah = jumlah_kotak(simpul)
    return hasil


def _kotak(p: Pembacaan, r: int, c: dict[str, int], program: dict[str, int]) -> SimpulBaca:
    kondisi = c.get("kondisi", c.get("kinerja"))
    s = SimpulBaca(
        id=p.teks(r, c.get("id", c.get("no")), "id") or f"baris{r + 1}",
        induk=p.teks(r, c["induk"], "induk").rstrip("? ") or None,
        level="kondisi",
        kinerja=p.teks(r, kondisi, "kondisi"),
        baris=r + 1,
    )
    if kondisi is not None:
        s.sel["kinerja"] = p.sel(r, kondisi)
    if (c_indikator := c.get("indikator")) is not None:
        teks = AWALAN.sub("", p.teks(r, c_indikator, "indikator"))
        sel = {"indikator": p.sel(r, c_indikator)}
        s.indikator = [IndikatorBaca(t, sel=dict(sel)) for t in pecah_butir(teks) if t]
        if not s.indikator and s.kinerja:
            p.lapor("INDIKATOR_KOSONG", "Indikator belum diisi.", r, c_indikator)
    if tingkat := p.teks(r, c.get("level"), "level"):
        s.lain["tingkat"] = tingkat
    terkait = {j: p.teks(r, program.get(j), "nama") for j in PROGRAM}
    s.lain["program_terkait"] = [terkait] if any(terkait.values()) else []
    return s


def _induk_bernama(simpul: Sequence[SimpulBaca]) -> None:
    """Without ids "Induk" holds the number or the sentence of a box."""
    menurut = {kunci(s.kinerja): s.id for s in simpul}
    nomor = {s.id for s in simpul}
    for s in simpul:
        if s.induk is not None and s.induk not in nomor:
            s.induk = menurut.get(kunci(s.induk), s.induk)


def _tanyakan_induk(p: Pembacaan, simpul: Sequence[SimpulBaca], c: Mapping[str, int]) -> None:
    """A parent that the source leaves open is a question: levels that do not follow each other,
    or a word of doubt beside it. What the planner puts into the cell answers it.
    """
    milik = {s.id: s for s in simpul}
    for s in simpul:
        sebab = _ragu(p, s, milik.get(s.induk or ""), c)
        if sebab and s.induk:
            calon = [s.induk, *(i for i in _calon_induk(s, simpul) if i != s.induk)]
            sel = p.sel(s.baris - 1, c["induk"])
            usul = [Usul(sel=sel, nilai=n, alasan=_alasan(milik, n, s.induk)) for n in calon]
            pesan = _PESAN_RAGU.format(s.id, sebab, s.induk)
            temuan = Temuan(kode=RAGU, pesan=pesan, tingkat=Tingkat.PERINGATAN, usul=tuple(usul))
            p.temuan.append(temuan.di(lembar=p.lembar, sel=sel))


def _alasan(milik: Mapping[str, SimpulBaca], calon: str, tertulis: str) -> str:
    """What a parent says, so that the planner need not look its number up."""
    kinerja = milik[calon].kinerja[:100] if calon in milik else ""
    return f"seperti tertulis: {kinerja}" if calon == tertulis else kinerja


def _ragu(p: Pembacaan, s: SimpulBaca, induk: SimpulBaca | None, c: Mapping[str, int]) -> str:
    atas, sendiri = (_tingkat(induk) if induk else 0), _tingkat(s)
    if atas and sendiri and sendiri != atas + 1:
        return f"tingkatnya {sendiri}, tingkat induknya {atas}"
    r = s.baris - 1
    if "?" in p.teks(r, c.get("induk"), "induk"):
        return "nomor induknya bertanda tanya"
    if _KERAGUAN.search(p.teks(r, c.get("ket"), "ket")):
        return "keterangannya menyebut ragu"
    return ""


def _tingkat(s: SimpulBaca) -> int:
    angka = str(s.lain.get("tingkat", ""))
    return int(angka) if angka.isdecimal() else 0


def _calon_induk(s: SimpulBaca, simpul: Sequence[SimpulBaca]) -> list[str]:
    """Boxes one level above, the nearest printed one first."""
    calon = [a for a in simpul if _tingkat(s) and _tingkat(a) == _tingkat(s) - 1]
    return [a.id for a in sorted(calon, key=lambda a: abs(a.baris - s.baris))][:CALON_TERBANYAK]


def sambungkan(p: Pembacaan, simpul: list[SimpulBaca], c: int) -> None:
    """Ids unique, parents that exist; anything else stands at the top."""
    ada: dict[str, int] = {}
    for s in simpul:
        ada[s.id] = ada.get(s.id, 0) + 1
        if ada[s.id] > 1:
            s.id = f"{s.id}#{ada[s.id]}"
    for s in simpul:
        if s.induk is not None and (s.induk not in ada or s.induk == s.id):
            p.lapor("NOMOR_KOSONG", _PESAN_INDUK.format(s.induk), s.baris - 1, c)
            s.induk = None
    _putuskan_lingkaran(simpul)


def _putuskan_lingkaran(simpul: list[SimpulBaca]) -> None:
    """A box that is its own ancestor would never be reached; it is put at the top."""
    induk = {s.id: s for s in simpul}
    for s in simpul:
        jalan, dilalui = s, {s.id}
        while jalan.induk is not None and jalan.induk in induk:
            if jalan.induk in dilalui:
                jalan.induk = None
                break
            jalan = induk[jalan.induk]
            dilalui.add(jalan.id)


def lapor_kembar(
    p: Pembacaan, simpul: Iterable[SimpulBaca], letak: Mapping[str, tuple[int, int]]
) -> None:
    """A box of the same content is another box: kept, and told at its cell."""
    pertama: dict[tuple[str, ...], SimpulBaca] = {}
    for s in simpul:
        sidik = (kunci(s.kinerja), *(kunci(i.teks) for i in s.indikator))
        asli = pertama.setdefault(sidik, s)
        if asli is not s:
            p.lapor("DUPLIKAT_PERSIS", _PESAN_KEMBAR.format(asli.id), *letak[s.id])


def jumlah_kotak(simpul: Sequence[SimpulBaca]) -> dict[str, int]:
    """Boxes, and the distinct programs that serve them."""
    return {"kotak": len(simpul), "kondisi": len(simpul), **_jumlah_program(simpul)}


def _jumlah_program(simpul: Iterable[SimpulBaca]) -> dict[str, int]:
    """Distinct names, as the same sub kegiatan serves several boxes."""
    nama: dict[str, set[str]] = {j: set() for j in PROGRAM}
    for s in simpul:
        for terkait in s.lain["program_terkait"]:
            for j in PROGRAM:
                nama[j] |= {kunci(terkait[j])} - {""}
    return {j: len(isi) for j, isi in nama.items() if isi}
