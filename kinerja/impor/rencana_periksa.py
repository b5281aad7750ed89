"""What stands in the way of a plan, said before anybody presses the button."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kinerja.aturan import pohon as aturan
from kinerja.aturan.jenjang import label, periksa_induk
from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan, Tingkat, Usul
from kinerja.impor.pencocokan import BarisBuku, Pencocokan
from kinerja.impor.potret import Potret
from kinerja.models.perubahan import Perubahan, tahap_dipakai
from kinerja.models.susunan import BERKODE
from kinerja.models.tabel_pohon import TEMPAT_TAHAP
from kinerja.pilihan import Jenjang

if TYPE_CHECKING:
    from kinerja.impor.rencana import PilihanRencana


def periksa_rencana(
    baris: Sequence[BarisBuku],
    uid: dict[str, str],
    perubahan: Sequence[Perubahan],
    potret: Potret,
    pilihan: PilihanRencana,
    cocok: Pencocokan,
) -> list[Temuan]:
    """All findings of a plan. ``potret`` stands as the tree would look, ``uid`` by row id."""
    temuan = list(_status(perubahan, potret))
    bertahap = tahap_dipakai(perubahan)
    temuan += _tahap(bertahap, potret)
    temuan += _induk_pilihan(potret, pilihan)
    temuan += _letak(baris, uid, potret)
    temuan += _panjang(baris)
    temuan += _kode_ganda({uid[b.simpul.id]: b for b in baris}, perubahan, potret)
    temuan += _mirip(baris, potret, cocok)
    temuan += _unit(baris, potret)
    temuan += _tahun({tahun for tahun, _ in bertahap}, pilihan)
    return temuan


def periksa_berdana(berdana: Iterable[tuple[BarisBuku, int]]) -> Iterator[Temuan]:
    """An amount without a fund where the document keeps several: nothing is guessed."""
    for b, tahun in berdana:
        pesan = (
            f"Pagu {tahun} dokumen tercatat menurut beberapa sumber dana dan jumlahnya lain; "
            "tidak diubah. Ubah di halaman dokumen, atau tulis sumber dananya di buku kerja."
        )
        sel = next((n.sel for n in b.simpul.pagu.values()), "")
        yield _peringatan("PAGU_BERSUMBER_DANA", pesan).di(lembar=b.lembar, sel=sel)


def di_sel(temuan: Temuan, b: BarisBuku, medan: str = "") -> Temuan:
    """The finding at the cell of a row."""
    lembar, _, sel = b.alamat(medan).rpartition("!")
    return temuan.di(lembar=lembar, sel=sel, medan=medan)


def _peringatan(kode: str, pesan: str) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=Tingkat.PERINGATAN)


def _status(perubahan: Sequence[Perubahan], potret: Potret) -> Iterator[Temuan]:
    """Structure changes only in a draft; numbers follow their stage."""
    if any(p.jenis not in TEMPAT_TAHAP for p in perubahan):
        yield from aturan.periksa_status(potret.status)


def _tahap(dipakai: set[tuple[int, str]], potret: Potret) -> Iterator[Temuan]:
    terkunci = {(t.tahun, t.kode) for t in potret.tahap if t.terkunci}
    for tahun, kode in sorted(dipakai):
        if (tahun, kode) in terkunci:
            pesan = f"Tahap {kode} {tahun} sudah terkunci; pilih atau buka tahap lain."
            yield Temuan(kode="TAHAP_TERKUNCI", pesan=pesan)
        elif not potret.ada_tahap(tahun, kode):
            pesan = f"Tahap {kode} belum dibuka untuk {tahun}; buka dahulu atau pilih tahap lain."
            yield Temuan(kode="TAHAP_TIDAK_ADA", pesan=pesan)


def _induk_pilihan(potret: Potret, pilihan: PilihanRencana) -> Iterator[Temuan]:
    if pilihan.induk and pilihan.induk not in potret.simpul:
        pesan = "Induk yang dipilih sudah tidak ada di dokumen; pilih induk lain."
        yield Temuan(kode="INDUK_HILANG", pesan=pesan)


def _letak(baris: Sequence[BarisBuku], uid: dict[str, str], potret: Potret) -> Iterator[Temuan]:
    """May each box stand where the plan puts it? Many rows with one cause are one finding."""
    milik: dict[tuple[str, str], list[BarisBuku]] = defaultdict(list)
    for b in baris:
        isi = potret.simpul[uid[b.simpul.id]]
        di = "" if isi["induk"] == potret.akar else potret.simpul[isi["induk"]]["jenjang"]
        milik[isi["jenjang"], di].append(b)
    for (jenjang, di), daftar in milik.items():
        salah = periksa_induk(potret.jenis, jenjang, di or Jenjang.AKAR)
        if not salah:
            continue
        (temuan,) = salah
        if not di and temuan.kode == "INDUK_TIDAK_SAH":
            pesan = (
                f"{len(daftar)} {label(jenjang).lower()} tidak punya induk di buku kerja; "
                "pilih kotak tempat menggantungnya."
            )
            temuan = Temuan(kode="INDUK_DIPERLUKAN", pesan=pesan)
        elif len(daftar) > 1:
            temuan = replace(
                temuan, pesan=f"{temuan.pesan} Begitu juga {len(daftar) - 1} baris lain."
            )
        yield di_sel(temuan, daftar[0])


def _panjang(baris: Iterable[BarisBuku]) -> Iterator[Temuan]:
    """Texts that do not fit their field."""
    nama, kinerja, kode, nomor = (aturan.PANJANG[m] for m in ("nama", "kinerja", "kode", "nomor"))
    teks, satuan = aturan.PANJANG["teks"], aturan.PANJANG["satuan"]
    for b in baris:
        s = b.simpul
        if (
            len(s.nama) <= nama
            and len(s.kinerja) <= kinerja
            and len(s.kode) <= kode
            and len(s.no) <= nomor
            and all(len(i.teks) <= teks and len(i.satuan) <= satuan for i in s.indikator)
        ):
            continue
        isi = {"kode": s.kode, "nomor": s.no, "nama": s.nama, "kinerja": s.kinerja}
        for t in aturan.periksa_panjang(isi):
            yield di_sel(t, b, "no" if t.letak.medan == "nomor" else t.letak.medan)
        for i in s.indikator:
            for t in aturan.periksa_panjang({"teks": i.teks, "satuan": i.satuan}):
                medan = t.letak.medan
                sel = i.sel.get(medan) or i.sel.get("indikator", "")
                yield t.di(lembar=b.lembar, sel=sel, medan=medan)


def _kode_ganda(
    uid: dict[str, BarisBuku], perubahan: Iterable[Perubahan], potret: Potret
) -> Iterator[Temuan]:
    """Codes that would stand twice under one parent."""
    diubah: dict[str, None] = {}
    for p in perubahan:
        if p.jenis == "simpul" and not BERKODE.isdisjoint(p.sesudah or ()):
            isi = potret.simpul[p.kunci[0]]
            if isi.get("kode"):
                diubah[isi["induk"]] = None
    kosong = {"kode": "", "unit_id": None, "tahun_mulai": None}
    for induk in diubah:
        pertama: dict[tuple[Any, ...], str] = {}
        for anak in potret.anak[induk]:
            if not potret.simpul[anak].get("kode"):
                continue
            isi = kosong | potret.simpul[anak]
            lain = pertama.setdefault((isi["kode"], isi["unit_id"], isi["tahun_mulai"]), anak)
            if lain != anak:
                b = uid.get(anak) or uid.get(lain)
                ganda = aturan.periksa_kode_ganda([kosong | potret.simpul[lain], isi])
                yield from (di_sel(t, b, "kode") if b else t for t in ganda)


def _mirip(baris: Iterable[BarisBuku], potret: Potret, cocok: Pencocokan) -> Iterator[Temuan]:
    for b in baris if cocok.mirip else ():
        if b.simpul.id in cocok.mirip:
            yield _tanya_mirip(b, cocok.mirip[b.simpul.id], cocok)


def _tanya_mirip(b: BarisBuku, uid: str, cocok: Pencocokan) -> Temuan:
    lama = cocok.sebutan_lama[uid]
    pesan = (
        f"“{b.simpul.nama or b.simpul.kinerja}” mirip “{lama}” yang sudah ada di dokumen; "
        "putuskan apakah kotak yang sama atau kotak baru."
    )
    lembar, _, sel = b.alamat().rpartition("!")
    usul = Usul(lembar=lembar, sel=sel, nilai=lama, alasan="nama kotak yang sudah ada di dokumen")
    return Temuan(kode="NAMA_MIRIP", pesan=pesan, usul=(usul,)).di(lembar=lembar, sel=sel)


def _unit(baris: Iterable[BarisBuku], potret: Potret) -> Iterator[Temuan]:
    asing: dict[str, BarisBuku] = {}
    for b in baris:
        terdaftar = potret.unit.get(kunci(b.simpul.unit), -1) > 0
        if b.simpul.unit and not terdaftar and not potret.lembaga_sendiri(b.simpul.unit):
            asing.setdefault(b.simpul.unit, b)
    for nama, b in asing.items():
        if kunci(nama) in potret.unit:
            pesan = f"Unit “{nama}” belum terdaftar; didaftarkan saat impor ini diterapkan."
            yield di_sel(_peringatan("UNIT_BARU", pesan), b, "unit")
            continue
        pesan = (
            f"Unit “{nama}” belum terdaftar pada perangkat daerah ini; "
            "ditulis sebagai pengampu. Daftarkan unitnya bila diperlukan."
        )
        yield di_sel(_peringatan("UNIT_TIDAK_DIKENAL", pesan), b, "unit")


def _tahun(tahun: set[int], pilihan: PilihanRencana) -> Iterator[Temuan]:
    luar = tahun - set(pilihan.daftar_tahun)
    if luar and pilihan.daftar_tahun:
        daftar = ", ".join(str(t) for t in sorted(luar))
        pesan = f"Angka tahun {daftar} berada di luar periode dokumen; periksa tahun yang dipilih."
        yield _peringatan("TAHUN_DI_LUAR_PERIODE", pesan)
