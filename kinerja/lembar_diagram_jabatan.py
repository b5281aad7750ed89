"""Positions with what they answer for, as rows to draw: a map, or what a document assigns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kinerja.aturan.penugasan import Tugas
from kinerja.gambar.jabatan import BarisJabatan
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_jabatan import baca_tugas
from kinerja.models import PetaJabatan, Pohon
from kinerja.pilihan import PeranTugas
from kinerja.susunan_jabatan import BarisJabatan as Letak
from kinerja.susunan_jabatan import susun_jabatan


def baris_peta(peta: PetaJabatan, alamat: str = "") -> list[BarisJabatan]:
    """The boxes of a map; ``alamat`` is the page of a box with {id} for its key. One query."""
    susunan = peta.susunan()
    nomor = _nomor([k.nomor for k, _ in susunan])
    id_ = {k.pk: nomor[n] for n, (k, _) in enumerate(susunan)}
    return [
        BarisJabatan(
            id_[k.pk],
            id_[k.induk_id] if k.induk_id else "",
            k.tingkat,
            k.nama,
            tuple(k.kinerja_utama),
            tuple(k.indikator),
            k.nama_dugaan,
            k.induk_dugaan,
            alamat.replace("{id}", str(k.pk)),
        )
        for k, _ in susunan
    ]


def baris_tugas(
    pohon: Pohon, *, tahun: int, tahap: str, pada: date, alamat: str = ""
) -> list[BarisJabatan]:
    """The positions of an agency with the boxes that each is penanggung jawab of, with the
    targets of the year. About a dozen queries.
    """
    simpul = {s.id: s for s in baca_isi(pohon, tahun=tahun, tahap=tahap).simpul}
    milik = _milik(baca_tugas(pohon), list(simpul))
    letak = susun_jabatan(pohon.perangkat_daerah, pada)
    nomor = {b.jabatan.pk: f"J{n}" for n, b in enumerate(letak, start=1)}
    hasil = []
    for b in letak:
        kotak = [simpul[pk] for pk in milik.get(b.jabatan.pk, ())]
        ukuran = (i for s in kotak for i in s.indikator)
        hasil.append(
            BarisJabatan(
                nomor[b.jabatan.pk],
                nomor.get(b.jabatan.atasan_id or 0, ""),
                str(b.jabatan.get_jenis_display()),
                _bernama(b),
                tuple(s.kinerja or s.nama for s in kotak),
                tuple(_bertarget(i.teks, i.target.get(tahun, ""), i.satuan) for i in ukuran),
                alamat=alamat.replace("{id}", str(b.jabatan.pk)),
            )
        )
    return hasil


def _milik(tugas: Sequence[Tugas], urutan: Sequence[int]) -> dict[int, list[int]]:
    """The boxes that each position answers for, in tree order."""
    ke = {pk: n for n, pk in enumerate(urutan)}
    hasil: dict[int, list[int]] = {}
    for t in tugas:
        if t.peran == PeranTugas.PENANGGUNG_JAWAB and int(t.simpul) in ke:
            hasil.setdefault(t.jabatan, []).append(int(t.simpul))
    return {pk: sorted(daftar, key=ke.__getitem__) for pk, daftar in hasil.items()}


def _bernama(b: Letak) -> str:
    """The position with who holds it that day, where that is another name."""
    pejabat = b.pejabat[0].sebutan if b.pejabat else ""
    return b.jabatan.nama if pejabat in ("", b.jabatan.nama) else f"{b.jabatan.nama} ({pejabat})"


def _bertarget(teks: str, target: str, satuan: str) -> str:
    return f"{teks}: {target}\N{NO-BREAK SPACE}{satuan}".rstrip() if target else teks


def _nomor(daftar: Sequence[str]) -> list[str]:
    """Numbers as the source gives them; what is missing or stands twice gets one of its own."""
    hasil: list[str] = []
    for urut, nomor in enumerate(daftar, start=1):
        satu = nomor
        while not satu or satu in hasil or (satu != nomor and satu in daftar):
            satu = f"J{urut}" if satu == nomor else f"{satu}x"
        hasil.append(satu)
    return hasil
