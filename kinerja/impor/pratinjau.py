"""What the preview shows, kept with the session: it is read once per decision, not per page.

The snapshot is plain JSON: tables found, rows with their fate, findings, sums. After 30 days it and
the hash are all that is left of an upload.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kinerja.aturan.anggaran import Jumlah, jumlahkan
from kinerja.aturan.jenjang import jenjang_pagu
from kinerja.aturan.temuan import AturanDilanggar, Temuan, Tingkat
from kinerja.impor.bacaan import HasilBaca, NilaiSel, SimpulBaca
from kinerja.impor.rencana import BarisRencana, Rencana
from kinerja.impor.terapkan import baca, rencanakan
from kinerja.models import SesiImpor

Cuplikan = dict[str, Any]
AKAR = "akar"
TETAP = (
    *("keputusan", "asal", "alasan"),
    *("dengan_tersembunyi", "semua_tabel", "peta", "peta_diingat", "maksud"),
)
"""What the planner said; it outlives a new reading."""


def hitung(sesi: SesiImpor) -> HasilBaca:
    """Read and plan anew and put the snapshot into ``sesi`` (not saved).

    A table whose columns say too little is kept for the planner to map; raises AturanDilanggar
    when the file holds nothing that can be read.
    """
    hasil = baca(sesi)
    if hasil.ditolak and not hasil.kolom:
        raise AturanDilanggar(t for t in hasil.temuan if t.tingkat is Tingkat.TOLAK)
    sesi.sha256 = hasil.sha256  # before planning: the uids of new rows are made from it
    rencana = rencanakan(sesi, hasil)
    sesi.sidik_rencana = rencana.sidik
    tetap = {k: v for k, v in sesi.rencana.items() if k in TETAP}
    sesi.rencana = tetap | susun_cuplikan(hasil, rencana, sesi.koreksi)
    sesi.rencana["versi"] = sesi.pohon.versi if sesi.pohon else 0
    return hasil


def susun_cuplikan(hasil: HasilBaca, rencana: Rencana, koreksi: Mapping[str, str]) -> Cuplikan:
    """The snapshot of one reading and its plan."""
    terlihat = {(t.kode, t.letak.lembar, t.letak.sel) for t in hasil.temuan}
    dari_rencana = [
        t for t in rencana.temuan if (t.kode, t.letak.lembar, t.letak.sel) not in terlihat
    ]
    mentah, nama = isi_sel(hasil), nama_sel(hasil)
    r = rencana.ringkasan
    return {
        "tabel": [_tabel(t) for t in hasil.tabel],
        "tolak": [t.pesan for t in hasil.temuan if t.tingkat is Tingkat.TOLAK],
        "kolom": [[k.huruf, k.judul, k.contoh, k.kunci, k.dikenal] for k in hasil.kolom],
        "tabel_lain": [_tabel_lain(t) for t in hasil.tabel_lain],
        "temuan": [
            _temuan(t, mentah, nama, dibiarkan(t, koreksi)) for t in hasil.temuan
            if t.tingkat not in (Tingkat.INFO, Tingkat.TOLAK)
        ] + [_temuan(t, mentah, nama, dibiarkan(t, koreksi)) for t in dari_rencana],
        "baris": _baris(rencana.baris),
        "jumlah": [[b.medan, b.lama, b.baru] for b in rencana.jumlah],
        "ringkasan": {
            "baru": r.baru, "berubah": r.berubah, "dipindah": r.dipindah, "sama": r.sama,
            "tidak_disebut": r.tidak_disebut, "perubahan": len(rencana.perubahan),
            "basi": r.basi, "dilewati": r.dilewati, "dihapus": r.dihapus,
        },
        "hilang": [[h.apa, h.sebutan, h.dihapus, h.alasan] for h in rencana.hilang],
        "buku_kerja": hasil.buku_kerja is not None,
        "pagu": _pagu(hasil),
    }  # fmt: skip


def dibiarkan(temuan: Temuan, koreksi: Mapping[str, str]) -> bool:
    """Did the planner say that the cell of this finding is to stay unfilled?"""
    alamat = f"{temuan.letak.lembar}!{temuan.letak.sel}"
    return not temuan.menghalangi and koreksi.get(alamat) == ""


def isi_sel(hasil: HasilBaca) -> dict[str, str]:
    """The text of every cell that was read, by "LEMBAR!SEL"."""
    isi: dict[str, str] = {}
    for tabel in hasil.tabel:
        for s in tabel.simpul:
            _isi_simpul(isi, tabel.lembar, s)
        for nilai in tabel.jumlah_tertulis.values():
            _isi_nilai(isi, nilai)
    return isi | hasil.buku_kerja.isi_sel() if hasil.buku_kerja else isi


def nama_sel(hasil: HasilBaca) -> dict[str, str]:
    """The box that a number cell belongs to, by "LEMBAR!SEL"."""
    nama: dict[str, str] = {}
    for tabel in hasil.tabel:
        for s in tabel.simpul:
            sebutan = f"{s.no} {s.sebutan}".strip()
            nilai = [*s.pagu.values(), *(n for i in s.indikator for n in i.target.values())]
            nama |= {f"{n.lembar}!{n.sel}": sebutan for n in nilai}
        for n in tabel.jumlah_tertulis.values():
            nama[f"{n.lembar}!{n.sel}"] = "Baris JUMLAH"
    return nama


def _isi_simpul(isi: dict[str, str], lembar: str, s: SimpulBaca) -> None:
    teks = {"no": s.no, "kode": s.kode, "nama": s.nama, "kinerja": s.kinerja, "unit": s.unit}
    for medan, sel in s.sel.items():
        if medan in teks:
            isi[f"{lembar}!{sel}"] = teks[medan]
    for nilai in s.pagu.values():
        _isi_nilai(isi, nilai)
    for i in s.indikator:
        for medan, sel in i.sel.items():
            if medan in ("teks", "indikator", "satuan"):
                isi[f"{lembar}!{sel}"] = i.satuan if medan == "satuan" else i.teks
        for nilai in (*i.target.values(), *i.baseline.values()):
            _isi_nilai(isi, nilai)


def _isi_nilai(isi: dict[str, str], nilai: NilaiSel) -> None:
    isi[f"{nilai.lembar}!{nilai.sel}"] = nilai.bacaan.nilai.mentah


def _tabel(tabel: Any) -> dict[str, Any]:
    return {
        "jenis": tabel.jenis,
        "lembar": tabel.lembar,
        "judul": tabel.judul,
        "baris_judul": tabel.baris_judul,
        "baris_data": tabel.baris_data,
        "tahun": tabel.tahun,
        "jumlah": dict(tabel.jumlah),
    }


def _tabel_lain(tabel: Any) -> dict[str, Any]:
    return {
        "nomor": tabel.nomor,
        "lembar": tabel.lembar,
        "sel": tabel.sel,
        "jenis": tabel.jenis,
        "judul": tabel.judul,
        "baris_data": tabel.baris_data,
        "terbaca": tabel.terbaca,
    }


def _temuan(
    t: Temuan, mentah: Mapping[str, str], nama: Mapping[str, str], selesai: bool
) -> dict[str, Any]:
    return {
        "lembar": t.letak.lembar,
        "sel": t.letak.sel,
        "kode": t.kode,
        "tingkat": str(t.tingkat),
        "pesan": t.pesan,
        "nama": nama.get(f"{t.letak.lembar}!{t.letak.sel}", ""),
        "mentah": mentah.get(f"{t.letak.lembar}!{t.letak.sel}", ""),
        "dibiarkan": selesai,
        "usul": [
            {
                "lembar": u.lembar or t.letak.lembar,
                "sel": u.sel,
                "nilai": u.nilai,
                "alasan": u.alasan,
                "mentah": mentah.get(f"{u.lembar or t.letak.lembar}!{u.sel}", ""),
            }
            for u in t.usul
        ],
    }


def _baris(daftar: Iterable[BarisRencana]) -> list[dict[str, Any]]:
    hasil = []
    tingkat: dict[str | None, int] = {None: 0}
    for r in daftar:
        s = r.buku.simpul
        tingkat[s.id] = tingkat.get(r.buku.induk, 0) + 1
        hasil.append(
            {
                "lembar": r.buku.lembar,
                "baris": s.baris,
                "tingkat": tingkat[s.id],
                "jenjang": r.buku.jenjang,
                "no": s.no,
                "kode": s.kode,
                "nama": s.nama,
                "kinerja": s.kinerja,
                "sel": s.sel.get("nama") or s.sel.get("kinerja", ""),
                "indikator": [_indikator(i) for i in s.indikator],
                "pagu": [_nilai(k, v) for k, v in s.pagu.items()],
                "nasib": r.nasib,
                "beda": [[b.medan, b.lama, b.baru] for b in r.beda],
                "resmi": [[b.medan, b.resmi] for b in r.resmi],
            }
        )
    return hasil


def _indikator(i: Any) -> dict[str, Any]:
    return {
        "teks": i.teks,
        "satuan": i.satuan,
        "target": [_nilai(k, v) for k, v in i.target.items()],
    }


def _nilai(tahun: str, nilai: NilaiSel) -> dict[str, Any]:
    n = nilai.bacaan.nilai
    return {
        "tahun": tahun,
        "mentah": n.mentah,
        "angka": None if n.angka is None else format(n.angka, "f"),
        "sel": nilai.sel,
        "lembar": nilai.lembar,
    }


def _pagu(hasil: HasilBaca) -> list[dict[str, Any]]:
    """Per year the sum of readable pagu of all tables, as the page and the documents add up."""
    jumlah: dict[tuple[str, bool], list[int]] = {}
    for tabel in hasil.tabel:
        for tahun, indikatif in {(t, n.indikatif) for s in tabel.simpul for t, n in s.pagu.items()}:
            j = jumlah_pagu(tabel.simpul, tahun, indikatif=indikatif)
            lama = jumlah.get((tahun, indikatif), [0, 0])
            jumlah[tahun, indikatif] = [lama[0] + j.nilai, lama[1] + j.tak_terbaca]
    return [
        {"tahun": tahun, "indikatif": indikatif, "nilai": nilai, "tak_terbaca": tak_terbaca}
        for (tahun, indikatif), (nilai, tak_terbaca) in sorted(jumlah.items())
    ]


def jumlah_pagu(simpul: Iterable[SimpulBaca], tahun: str, *, indikatif: bool = False) -> Jumlah:
    """The readable pagu of one table; what stands above the level that holds money is a claim.

    ``indikatif`` adds up the ceilings of that level instead.
    """
    daftar = [s for s in simpul if s.level]
    terbawah = jenjang_pagu(int(tahun) if tahun.isdigit() else 9999)
    pagu = {
        s.id: [s.pagu[tahun].bacaan.rupiah]
        for s in daftar
        if tahun in s.pagu
        and (s.level or "").upper() == terbawah
        and s.pagu[tahun].bacaan.nilai.mentah
        and s.pagu[tahun].indikatif == indikatif
    }
    urut = [
        (AKAR, None, "AKAR"),
        *((s.id, s.induk or AKAR, (s.level or "").upper()) for s in daftar),
    ]
    return jumlahkan(urut, pagu)[AKAR]


def basi(sesi: SesiImpor) -> bool:
    """Has the document been written to since the snapshot was made?"""
    return sesi.pohon is not None and sesi.pohon.versi != sesi.rencana.get("versi")
