"""A cascading per jabatan -> NaskahJabatan: a map as typed, or what a document assigns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from kinerja.gambar.kotak import Kotak
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_jabatan import baca_tugas
from kinerja.models import PetaJabatan, Pohon, Riwayat
from kinerja.pilihan import PeranTugas
from kinerja.susunan_jabatan import BarisJabatan as Letak
from kinerja.susunan_jabatan import susun_jabatan
from laporan.cetakan import Cetakan
from laporan.identitas import nama_lengkap, waktu
from laporan.naskah_diagram import PILIHAN_KERTAS
from laporan.pdf.diagram_kertas import GULUNGAN
from laporan.pdf.naskah_diagram import POSTER, SET, NaskahDiagram
from laporan.pdf.naskah_jabatan import BarisJabatan, NaskahJabatan

KELAS = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
"""Colours by depth, those of the levels of a tree."""
NAMA_TINGKAT = ("Pimpinan", "Jabatan tingkat 2", "Jabatan tingkat 3", "Jabatan tingkat 4",
                "Jabatan di bawahnya")  # fmt: skip
LEBAR_KOTAK = 270
KINERJA, INDIKATOR = "Kinerja Utama :", "Indikator Kinerja :"
KERTAS = tuple(k for daftar in PILIHAN_KERTAS.values() for k in daftar)


def cetakan_peta(peta: PetaJabatan, *, kertas: str, akhiran: str, pada: date) -> Cetakan:
    """The printing of a map, with the name of its file."""
    alamat = reverse("peta-jabatan", args=[peta.pk])
    return _cetakan(naskah_peta(peta, pada=pada), kertas, akhiran, alamat)


def cetakan_tugas(
    pohon: Pohon, *, tahun: int, tahap: str, kertas: str, akhiran: str, pada: date
) -> Cetakan:
    """The printing of who answers for what in a document."""
    alamat = reverse("pohon-jabatan", args=[pohon.pk])
    naskah = naskah_tugas(pohon, tahun=tahun, tahap=tahap, pada=pada)
    return _cetakan(naskah, kertas, akhiran, alamat)


def _cetakan(naskah: NaskahJabatan, kertas: str, akhiran: str, alamat: str) -> Cetakan:
    if akhiran != "pdf":
        kertas = ""
    bentuk = SET if kertas in PILIHAN_KERTAS[SET] else POSTER
    naskah = replace(naskah, diagram=replace(naskah.diagram, bentuk=bentuk))
    sebut = kertas.lower() if kertas == GULUNGAN else kertas
    nama = f"{naskah.diagram.judul[0]} {sebut} {' '.join(naskah.diagram.judul[1:])}"
    return Cetakan("jabatan", naskah, kertas, akhiran, nama, alamat)


def naskah_peta(peta: PetaJabatan, *, pada: date) -> NaskahJabatan:
    """The boxes of a map as typed. A fixed number of queries."""
    susunan = peta.susunan()
    nomor = _nomor([k.nomor for k, _ in susunan])
    id_ = {k.pk: nomor[n] for n, (k, _) in enumerate(susunan)}
    baris = [
        BarisJabatan(
            id_[k.pk],
            id_[k.induk_id] if k.induk_id else "",
            k.tingkat,
            k.nama,
            tuple(k.kinerja_utama),
            tuple(k.indikator),
            k.nama_dugaan,
            k.induk_dugaan,
        )
        for k, _ in susunan
    ]
    lembaga = nama_lengkap(peta.perangkat_daerah, pada)
    utama = " ".join(filter(None, ("Cascading per Jabatan", peta.judul, lembaga)))
    terakhir = Riwayat.objects.filter(perangkat_daerah=peta.perangkat_daerah, pohon=None)
    saat = terakhir.aggregate(saat=Max("pada"))["saat"] or timezone.now()
    return _naskah(
        baris, (utama, f"Periode {peta.periode}"), f"data per {waktu(saat)}", lembaga, saat
    )


def naskah_tugas(pohon: Pohon, *, tahun: int, tahap: str, pada: date) -> NaskahJabatan:
    """The positions of an agency with the boxes that each answers for. About a dozen queries."""
    simpul = {s.id: s for s in baca_isi(pohon, tahun=tahun, tahap=tahap).simpul}
    milik: dict[int, list[int]] = {}
    for t in baca_tugas(pohon):
        if t.peran == PeranTugas.PENANGGUNG_JAWAB and int(t.simpul) in simpul:
            milik.setdefault(t.jabatan, []).append(int(t.simpul))
    urut = {pk: n for n, pk in enumerate(simpul)}
    letak = susun_jabatan(pohon.perangkat_daerah, pada)
    nomor = {b.jabatan.pk: f"J{n}" for n, b in enumerate(letak, start=1)}
    baris = []
    for b in letak:
        kotak = [simpul[pk] for pk in sorted(milik.get(b.jabatan.pk, ()), key=lambda k: urut[k])]
        baris.append(
            BarisJabatan(
                nomor[b.jabatan.pk],
                nomor.get(b.jabatan.atasan_id or 0, ""),
                str(b.jabatan.get_jenis_display()),
                _bernama(b),
                tuple(s.kinerja or s.nama for s in kotak),
                tuple(_bertarget(i.teks, i.target.get(tahun, ""), i.satuan)
                      for s in kotak for i in s.indikator),
            )
        )  # fmt: skip
    lembaga = nama_lengkap(pohon.perangkat_daerah, pada)
    utama = " ".join(filter(None, ("Cascading per Jabatan", pohon.judul, lembaga)))
    status = str(pohon.get_status_display())
    kaki = f"status {status} · data per {waktu(pohon.diubah_pada)}, versi {pohon.versi}"
    return _naskah(baris, (utama, f"Tahun {tahun}"), kaki, lembaga, pohon.diubah_pada)


def _bernama(b: Letak) -> str:
    """The position with who holds it that day, where that is another name."""
    pejabat = b.pejabat[0].sebutan if b.pejabat else ""
    return b.jabatan.nama if pejabat in ("", b.jabatan.nama) else f"{b.jabatan.nama} ({pejabat})"


def _bertarget(teks: str, target: str, satuan: str) -> str:
    return f"{teks}: {target} {satuan}".rstrip() if target else teks


def _naskah(
    baris: Sequence[BarisJabatan], judul: tuple[str, ...], kaki: str, penulis: str, saat: object
) -> NaskahJabatan:
    diagram = NaskahDiagram(
        kotak=_hutan(baris),
        judul=judul,
        kaki=f"{' '.join(judul)} · {kaki}",
        tingkat_halaman=2,
        konsep=True,
        diubah=timezone.localtime(saat).isoformat(timespec="seconds"),  # type: ignore[arg-type]
        penulis=penulis,
    )
    return NaskahJabatan(diagram, tuple(baris))


def _hutan(baris: Sequence[BarisJabatan]) -> tuple[Kotak, ...]:
    """The boxes from the top; what belongs to the second level hangs below it."""
    anak: dict[str, list[BarisJabatan]] = {}
    for b in baris:
        anak.setdefault(b.induk, []).append(b)
    return tuple(_kotak(b, 0, anak, _kelas(baris)) for b in anak.get("", ()))


def _kelas(baris: Iterable[BarisJabatan]) -> dict[str, str]:
    """A colour for each level as it is written, in the order in which they come."""
    nama = dict.fromkeys(b.tingkat for b in baris if b.tingkat)
    return {satu: KELAS[min(n, len(KELAS) - 1)] for n, satu in enumerate(nama)}


def _kotak(
    b: BarisJabatan, dalam: int, anak: dict[str, list[BarisJabatan]], kelas: dict[str, str]
) -> Kotak:
    letak = min(dalam, len(KELAS) - 1)
    nama = b.nama or "Jabatan tidak disebut"
    return Kotak(
        id=f"j{b.id}",
        jenjang=kelas.get(b.tingkat, KELAS[letak]),
        nama_jenjang=b.tingkat or NAMA_TINGKAT[letak],
        judul=f"{nama} (dugaan)" if b.nama_dugaan else nama,
        daftar=tuple(
            (k, d) for k, d in ((KINERJA, b.kinerja_utama), (INDIKATOR, b.indikator)) if d
        ),
        susun=dalam >= 1,
        tingkat=dalam + 1,
        lebar=LEBAR_KOTAK if dalam == 0 else 0,
        anak=tuple(_kotak(a, dalam + 1, anak, kelas) for a in anak.get(b.id, ())),
    )


def _nomor(daftar: Sequence[str]) -> list[str]:
    """Numbers as the source gives them; what is missing or stands twice gets one of its own."""
    hasil: list[str] = []
    for urut, nomor in enumerate(daftar, start=1):
        satu = nomor
        while not satu or satu in hasil or (satu != nomor and satu in daftar):
            satu = f"J{urut}" if satu == nomor else f"{satu}x"
        hasil.append(satu)
    return hasil
