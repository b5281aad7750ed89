"""Cascading per position: a row each, with numbered lists of kinerja utama and indicators."""

from __future__ import annotations

from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.nomor import lepas_nomor
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import pecah_butir
from kinerja.impor.tata_letak.kotak import sambungkan
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca

JENIS = "jabatan"


def kenali(tabel: Tabel) -> float:
    """A position beside its main performance."""
    kinerja = tabel.punya("kinerja_utama") or tabel.punya("kinerja")
    return 0.9 * kinerja if sum(k.medan == "jabatan" for k in tabel.kolom) == 1 else 0


def baca(p: Pembacaan) -> TabelBaca:
    c = {k.medan: k.c for k in p.tabel.kolom}
    c.setdefault("kinerja_utama", c.get("kinerja", -1))
    simpul: list[SimpulBaca] = []
    for r in p.tabel.batas.data:
        if r in p.tabel.lembar.baris_tersembunyi:
            continue
        if p.isi(r, c["jabatan"]) or p.isi(r, c.get("id")):
            simpul.append(_jabatan(p, r, c))
        elif simpul:
            _lanjutan(p, r, c, simpul[-1])
    if "id" not in c:
        _atasan_bernama(simpul)
    if "induk" in c:
        sambungkan(p, simpul, c["induk"])
    hasil = tabel_baca(p, simpul, JENIS)
    hasil.jumlah = {
        "kotak": len(simpul),
        "jabatan": len(simpul),
        "kinerja_utama": sum(len(s.lain["kinerja_utama"]) for s in simpul),
        "indikator": sum(len(s.indikator) for s in simpul),
    }
    return hasil


def _atasan_bernama(simpul: list[SimpulBaca]) -> None:
    """Without ids, "Atasan" holds the name or the number of a position."""
    menurut = {s.no: s.id for s in simpul if s.no} | {kunci(s.nama): s.id for s in simpul}
    for s in simpul:
        if s.induk:
            s.induk = menurut.get(kunci(s.induk)) or menurut.get(s.induk, s.induk)


def _jabatan(p: Pembacaan, r: int, c: dict[str, int]) -> SimpulBaca:
    s = SimpulBaca(
        id=p.teks(r, c.get("id"), "id") or f"J{r + 1}",
        induk=p.teks(r, c.get("induk"), "induk") or None,
        level="jabatan",
        nama=p.teks(r, c["jabatan"], "nama"),
        no=p.teks(r, c.get("no"), "no"),
        baris=r + 1,
        sel={"nama": p.sel(r, c["jabatan"])},
    )
    s.lain["kinerja_utama"] = []
    if tingkat := p.teks(r, c.get("level"), "level"):
        s.lain["level"] = tingkat
    _lanjutan(p, r, c, s)
    return s


def _lanjutan(p: Pembacaan, r: int, c: dict[str, int], s: SimpulBaca) -> None:
    """Lists may run on over rows below the one that names the position."""
    s.lain["kinerja_utama"] += _butir(p, r, c.get("kinerja_utama"), "kinerja_utama")
    if (kolom := c.get("indikator")) is not None:
        sel = {"indikator": p.sel(r, kolom)}
        teks = _butir(p, r, kolom, "indikator")
        s.indikator += [IndikatorBaca(t, sel=dict(sel)) for t in teks]


def _butir(p: Pembacaan, r: int, c: int | None, medan: str) -> list[str]:
    butir = pecah_butir(p.teks(r, c, medan)) if p.isi(r, c) else []
    return [lepas_nomor(b).nama for b in butir if b]
