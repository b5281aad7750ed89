"""From the nodes of a table to its answer: repeats, claims against sums, ids, counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kinerja.aturan.anggaran import HasilPagu, PaguTertulis, periksa_klaim
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.bacaan import NilaiSel, SimpulBaca, TabelBaca
from kinerja.impor.buku import alamat
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kata import JENJANG
from kinerja.impor.tata_letak.blok_unit import gabung_blok, pasang_unit
from kinerja.impor.tata_letak.kembar import nomor_ganda, saring_kembar, temuan_tersisa
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.pilihan import JenisNilai

KOSONG = str(JenisNilai.KOSONG)
TOTAL = "\x00JUMLAH"
_KATA_JUMLAH = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
_PESAN_RIBUAN = (
    "“{}” menyebut ribuan atau jutaan; angkanya dibaca apa adanya. Tulis dalam rupiah penuh."
)


def selesaikan(p: Pembacaan, simpul: list[SimpulBaca], jenis: str) -> TabelBaca:
    """A tree of nodes with money: everything that is checked across rows."""
    pasang_unit(simpul)
    semua = simpul
    simpul, kembar = saring_kembar(semua, lambda s: p.lembar)
    p.temuan = [*temuan_tersisa(p.temuan, semua, simpul), *kembar]
    p.temuan.extend(nomor_ganda(simpul, p.lembar))
    _pagu_kosong(p, simpul)
    hasil = tabel_baca(p, simpul, jenis)
    hasil.jumlah_tertulis = _jumlah_tertulis(p, _nama_sebagian(simpul))
    _periksa_pagu(p, hasil)
    simpul, beda = gabung_blok(simpul, lambda s: p.lembar)
    p.temuan += beda
    hasil.simpul = simpul
    _beri_id(simpul)
    hasil.jumlah = dict(Counter(s.level for s in simpul if s.level))
    return hasil


def tabel_baca(p: Pembacaan, simpul: list[SimpulBaca], jenis: str) -> TabelBaca:
    """The frame of an answer: where the table stands and how its columns are called."""
    t: Tabel = p.tabel
    data = t.batas.data
    p.temuan += _ribuan(t)
    return TabelBaca(
        jenis=jenis,
        lembar=p.lembar,
        baris_judul=[r + 1 for r in t.baris_judul],
        baris_data=[data[0] + 1, data[-1] + 1],
        kolom=t.kunci(),
        simpul=simpul,
        tahun=p.tahun,
        judul=t.judul,
    )


def _ribuan(t: Tabel) -> list[Temuan]:
    """Money in thousands, by a head or by a remark above the table; the amounts stay as typed."""
    uang = [k for k in t.kolom if k.medan == "pagu"]
    tempat = [(k.judul, alamat(t.baris_judul[-1], k.c)) for k in uang if k.ribuan]
    if uang and not tempat and t.ribuan:
        tempat = [t.ribuan]
    return [
        Temuan(
            kode="NILAI_TIDAK_WAJAR",
            pesan=_PESAN_RIBUAN.format(teks[:80]),
            tingkat=Tingkat.PERINGATAN,
            letak=Letak(lembar=t.lembar.nama, sel=sel),
        )
        for teks, sel in tempat
    ]


def _pagu_kosong(p: Pembacaan, simpul: list[SimpulBaca]) -> None:
    """Empty money is a finding on leaves only; above them it is a claim nobody made."""
    induk = {s.induk for s in simpul}
    for s in simpul:
        kosong = [t for t, n in s.pagu.items() if n.bacaan.nilai.jenis == KOSONG]
        for tahun in kosong:
            nilai = s.pagu[tahun]
            if s.id in induk:
                del s.pagu[tahun]
                continue
            letak = Letak(lembar=nilai.lembar, sel=nilai.sel)
            p.temuan.extend(
                replace(t, letak=letak) for t in nilai.bacaan.temuan if t.kode == "PAGU_KOSONG"
            )


def _jumlah_tertulis(p: Pembacaan, nama: set[str]) -> dict[str, NilaiSel]:
    """The last JUMLAH row that sums all: per year, the topmost level's money column with one."""
    baris = [r for r in p.tabel.batas.jumlah if not _sebagian(p, r, nama)]
    if not baris:
        return {}
    r = baris[-1]
    urutan = {j: i for i, j in enumerate(JENJANG)}
    kolom = [k for k in p.tabel.kolom if k.medan == "pagu"]
    kolom.sort(key=lambda k: urutan.get(k.jenjang or "", -1))
    hasil: dict[str, NilaiSel] = {}
    for k in kolom:
        tahun = str(k.tahun or p.tahun or "")
        if not k.maju and tahun not in hasil and p.isi(r, k.c):
            hasil[tahun] = p.rupiah(r, k.c)
    return hasil


def _sebagian(p: Pembacaan, r: int, nama: set[str]) -> bool:
    """A subtotal: "Sub Jumlah", "Jumlah Program X", "Jumlah 1" beside others."""
    isi = (t for k in p.tabel.kolom if isinstance(t := p.mentah(r, k.c), str))
    teks = next((t.strip() for t in isi if _KATA_JUMLAH.search(t)), "")
    apa = kunci(_KATA_JUMLAH.sub("", teks))
    bernomor = len(apa) <= 2 and bool(apa) and len(p.tabel.batas.jumlah) > 1
    if bernomor or teks.casefold().startswith("sub"):
        return True
    return apa in nama or apa.removeprefix("program").removeprefix("kegiatan") in nama


def _nama_sebagian(simpul: list[SimpulBaca]) -> set[str]:
    """Names of nodes that are not the whole: a single program is."""
    akar = [s for s in simpul if s.induk is None]
    return {kunci(s.nama) for s in simpul if s.nama and (s.induk or len(akar) > 1)}


def _periksa_pagu(p: Pembacaan, tabel: TabelBaca) -> None:
    induk = {s.induk for s in tabel.simpul}
    for tahun in dict.fromkeys(t for s in tabel.simpul for t in s.pagu):
        if tahun not in tabel.jumlah_tertulis and not _diperiksa(tabel.simpul, tahun, induk):
            continue
        pagu = [_tertulis(s.id, s.induk, s.pagu.get(tahun), s) for s in tabel.simpul]
        total = tabel.jumlah_tertulis.get(tahun)
        hasil = periksa_klaim(pagu, _tertulis(TOTAL, None, total) if total else None)
        _pasang(p, hasil, pagu)


def _diperiksa(simpul: list[SimpulBaca], tahun: str, induk: set[str | None]) -> bool:
    """Something can be compared: an amount above others, or one that cannot be read."""
    return any(
        n.bacaan.nilai.jenis != KOSONG and (s.id in induk or n.bacaan.nilai.angka is None)
        for s in simpul
        if (n := s.pagu.get(tahun)) is not None
    )


def _tertulis(
    id_: str, induk: str | None, nilai: NilaiSel | None, s: SimpulBaca | None = None
) -> PaguTertulis:
    if nilai is None:
        return PaguTertulis(id_, induk, None)
    isi = nilai.bacaan.nilai
    mentah = "" if isi.jenis == KOSONG else isi.mentah
    sebutan = s.sebutan if s else "JUMLAH"
    rupiah = nilai.bacaan.rupiah
    return PaguTertulis(id_, induk, rupiah, mentah, nilai.sel, nilai.lembar, sebutan)


def _pasang(p: Pembacaan, hasil: HasilPagu, pagu: list[PaguTertulis]) -> None:
    """Hang the proposals on the errors of the unreadable cells they repair. Beside hidden rows a
    sum proves nothing, so none is offered.
    """
    usul = {t.sel: hasil.usul[t.id] for t in pagu if hasil.usul.get(t.id)}
    if usul:
        p.temuan = [
            replace(t, usul=usul[t.letak.sel]) if _galat_pagu(t, usul.keys()) else t
            for t in p.temuan
        ]
    tertutup = not p.tabel.lembar.baris_tersembunyi.isdisjoint(p.tabel.batas.data)
    p.temuan.extend(replace(t, usul=()) if tertutup else t for t in hasil.temuan)


def _galat_pagu(t: Temuan, sel: object) -> bool:
    return t.menghalangi and not t.usul and t.letak.sel in sel  # type: ignore[operator]


def _beri_id(simpul: list[SimpulBaca]) -> None:
    """P1, P1.1, P1.1.2: the way to the node, whatever numbers are printed."""
    nama: dict[str, str] = {}
    urut: Counter[str] = Counter()
    for s in simpul:
        induk = nama.get(s.induk) if s.induk else None
        awal = f"{induk}." if induk else _huruf_awal(s.level)
        urut[awal] += 1
        nama[s.id] = s_id = f"{awal}{urut[awal]}"
        s.id, s.induk = s_id, induk


def _huruf_awal(level: str | None) -> str:
    return "".join(bagian[0] for bagian in (level or "baris").split("_")).upper()
