"""Cascading per position: a row each, with numbered lists of kinerja utama and indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.aturan.peta_jabatan import usul_pasangan
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan, Tingkat, Usul
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.nomor import lepas_nomor
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import pecah_butir
from kinerja.impor.tata_letak.kotak import RAGU, sambungkan
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca

JENIS = "jabatan"
NAMA_RAGU = "NAMA_DUGAAN"
CALON_TERBANYAK = 4
_DUGAAN = re.compile(r"\s*(?:\(\s*dugaan\s*\)|\?+)\s*$", re.IGNORECASE)
"""How a source marks what it only guesses: "Kepala Seksi A (dugaan)", "B1?"."""


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
    _tandai_kolom(p, simpul)
    if "id" not in c:
        _atasan_bernama(simpul)
    if "induk" in c:
        sambungkan(p, simpul, c["induk"])
        _tanyakan_atasan(p, simpul, c["induk"])
    _tanyakan_nama(p, simpul, c["jabatan"])
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


def _tandai_kolom(p: Pembacaan, simpul: Sequence[SimpulBaca]) -> None:
    """A head that says "dugaan" says so of the whole column; nothing is asked about each cell."""
    for medan, kolom in (("nama", "jabatan"), ("induk", "induk")):
        judul = " ".join(k.judul for k in p.tabel.kolom if k.medan == kolom)
        if "dugaan" in judul.casefold():
            for s in simpul:
                s.lain["dugaan"] |= {f"kolom_{medan}"} if medan == "nama" or s.induk else set()


def _tanyakan_atasan(p: Pembacaan, simpul: Sequence[SimpulBaca], c: int) -> None:
    """Who is above a box, where the source doubts it or says nothing; not answered, it stays."""
    milik = {s.id: s for s in simpul}
    puncak = next((s for s in simpul if s.induk is None), None)
    for s in simpul:
        ragu = "induk" in s.lain["dugaan"] and s.induk
        if not ragu and (s.induk is not None or s is puncak):
            continue
        calon = _calon_atasan(s, simpul)
        if s.induk:
            calon = [s.induk, *(i for i in calon if i != s.induk)]
        sel = p.sel(s.baris - 1, c)
        usul = tuple(Usul(sel=sel, nilai=i, alasan=_alasan(milik, i, s.induk)) for i in calon)
        letak = f"dimuat di bawah {milik[s.induk].nama or s.induk}" if s.induk else "dimuat di atas"
        pesan = f"Atasan “{s.nama or s.id}” belum pasti; {letak}. Pastikan atasannya."
        temuan = Temuan(kode=RAGU, pesan=pesan, tingkat=Tingkat.PERINGATAN, usul=usul)
        p.temuan.append(temuan.di(lembar=p.lembar, sel=sel))


def _calon_atasan(s: SimpulBaca, simpul: Sequence[SimpulBaca]) -> list[str]:
    """Boxes of other levels whose sentences are near, the nearest first, then the first ones."""
    tingkat = s.lain.get("level")
    lain = [a for a in simpul if a is not s and (not tingkat or a.lain.get("level") != tingkat)]
    kalimat = {a.id: " ".join([a.nama, *a.lain["kinerja_utama"]]) for a in lain}
    dekat = usul_pasangan(" ".join([s.nama, *s.lain["kinerja_utama"]]), kalimat, CALON_TERBANYAK)
    return list(dict.fromkeys([*dekat, *kalimat]))[:CALON_TERBANYAK]


def _alasan(milik: dict[str, SimpulBaca], calon: str, tertulis: str | None) -> str:
    nama = milik[calon].nama[:100] if calon in milik else ""
    return f"seperti tertulis: {nama}" if calon == tertulis else nama


def _tanyakan_nama(p: Pembacaan, simpul: Sequence[SimpulBaca], c: int) -> None:
    for s in simpul:
        if "nama" in s.lain["dugaan"]:
            sel = p.sel(s.baris - 1, c)
            usul = (Usul(sel=sel, nilai=s.nama, alasan="seperti tertulis, sudah pasti"),)
            pesan = f"Nama jabatan “{s.nama}” hanya dugaan; dimuat dengan tanda dugaan."
            temuan = Temuan(kode=NAMA_RAGU, pesan=pesan, tingkat=Tingkat.PERINGATAN, usul=usul)
            p.temuan.append(temuan.di(lembar=p.lembar, sel=sel))


def _jabatan(p: Pembacaan, r: int, c: dict[str, int]) -> SimpulBaca:
    induk, nama = p.teks(r, c.get("induk"), "induk"), p.teks(r, c["jabatan"], "nama")
    s = SimpulBaca(
        id=p.teks(r, c.get("id"), "id") or f"J{r + 1}",
        induk=_DUGAAN.sub("", induk) or None,
        level="jabatan",
        nama=_DUGAAN.sub("", nama),
        no=p.teks(r, c.get("no"), "no"),
        baris=r + 1,
        sel={"nama": p.sel(r, c["jabatan"])},
    )
    s.lain["kinerja_utama"] = []
    s.lain["ber_id"] = bool(p.isi(r, c.get("id")))
    s.lain["dugaan"] = {m for m, t in (("nama", nama), ("induk", induk)) if _DUGAAN.search(t)}
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
