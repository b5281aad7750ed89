"""A pohon kinerja as a list of boxes: id, id of the parent, condition, indicator, programs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import pecah_butir
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca

JENIS = "kotak"
PROGRAM = ("program", "kegiatan", "sub_kegiatan")
_AWALAN = re.compile(r"^\s*indikator(?:\s+kinerja)?\s*:\s*", re.IGNORECASE)
_PESAN_KEMBAR = "Kotak ini sama isinya dengan kotak {}; keduanya dimuat."
_PESAN_INDUK = "Kotak induk “{}” tidak ada di tabel ini; kotak dimuat tanpa induk."


def kenali(tabel: Tabel) -> float:
    """Ids and the ids of parents beside a condition."""
    if not (tabel.punya("id") and tabel.punya("induk")):
        return 0
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
    sambungkan(p, simpul, c.get("induk", 0))
    _kembar(p, simpul, c.get("kondisi", c.get("kinerja", 0)))
    hasil = tabel_baca(p, simpul, JENIS)
    hasil.jumlah = {"kotak": len(simpul), "kondisi": len(simpul), **_jumlah_program(simpul)}
    return hasil


def _kotak(p: Pembacaan, r: int, c: dict[str, int], program: dict[str, int]) -> SimpulBaca:
    kondisi = c.get("kondisi", c.get("kinerja"))
    s = SimpulBaca(
        id=p.teks(r, c["id"], "id") or f"baris{r + 1}",
        induk=p.teks(r, c["induk"], "induk") or None,
        level="kondisi",
        kinerja=p.teks(r, kondisi, "kondisi"),
        baris=r + 1,
    )
    if kondisi is not None:
        s.sel["kinerja"] = p.sel(r, kondisi)
    if (c_indikator := c.get("indikator")) is not None:
        teks = _AWALAN.sub("", p.teks(r, c_indikator, "indikator"))
        sel = {"indikator": p.sel(r, c_indikator)}
        s.indikator = [IndikatorBaca(t, sel=dict(sel)) for t in pecah_butir(teks) if t]
        if not s.indikator and s.kinerja:
            p.lapor("INDIKATOR_KOSONG", "Indikator belum diisi.", r, c_indikator)
    terkait = {j: p.teks(r, program.get(j), "nama") for j in PROGRAM}
    s.lain["program_terkait"] = [terkait] if any(terkait.values()) else []
    return s


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


def _kembar(p: Pembacaan, simpul: Iterable[SimpulBaca], c: int) -> None:
    pertama: dict[tuple[str, ...], SimpulBaca] = {}
    for s in simpul:
        sidik = (kunci(s.kinerja), *(kunci(i.teks) for i in s.indikator))
        asli = pertama.setdefault(sidik, s)
        if asli is not s:
            p.lapor("DUPLIKAT_PERSIS", _PESAN_KEMBAR.format(asli.id), s.baris - 1, c)


def _jumlah_program(simpul: Iterable[SimpulBaca]) -> dict[str, int]:
    """Distinct names, as the same sub kegiatan serves several boxes."""
    nama: dict[str, set[str]] = {j: set() for j in PROGRAM}
    for s in simpul:
        for terkait in s.lain["program_terkait"]:
            for j in PROGRAM:
                nama[j] |= {kunci(terkait[j])} - {""}
    return {j: len(isi) for j, isi in nama.items() if isi}
