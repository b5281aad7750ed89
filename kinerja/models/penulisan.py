"""The check and the write behind every verb of Pohon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import DatabaseError

from kinerja.aturan import jenjang as aturan_jenjang
from kinerja.aturan import pohon as aturan
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.edisi import periksa_digantikan
from kinerja.aturan.temuan import AturanDilanggar, Temuan, tolak_bila
from kinerja.models.hitung_capaian import segarkan
from kinerja.models.indikator import Indikator
from kinerja.models.perubahan import (
    Acuan,
    Isi,
    Perubahan,
    baca_baris,
    bawaan,
    beda,
    hapus_baris,
    tahap_dipakai,
    tulis_baris,
)
from kinerja.models.rujukan import (
    periksa_acuan,
    periksa_indikator_induk,
    periksa_pergi,
    periksa_uang_jenjang,
)
from kinerja.models.simpul import Simpul
from kinerja.models.susunan import BAWAAN, Susunan
from kinerja.models.tabel_pohon import BARIS, TEMPAT_TAHAP
from kinerja.models.tahapan import KartuTahap
from kinerja.models.teks_simpul import (
    baca_isi_simpul,
    hanya_teks,
    periksa_teks,
    tulis_teks,
)
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

INTEGRITAS = {
    "pohon_satu_per_edisi": "Dokumen dengan jenis, periode, judul dan edisi itu sudah ada; "
    "pilih dokumen itu atau beri judul lain.",
    "simpul_kode_unik": "Kode itu sudah dipakai di bawah induk yang sama; pakai kode lain.",
}


def periksa_perubahan(
    pohon: Pohon, daftar: Sequence[Perubahan], *, salinan: bool = False
) -> list[Temuan]:
    """Status, stale rows and open stages. The shape is checked when it stands in memory."""
    hanya_angka = all(p.jenis in TEMPAT_TAHAP for p in daftar)
    temuan = periksa_tidak_diarsipkan(pohon.arsip)
    temuan += aturan.periksa_status(pohon.status, hanya_angka=hanya_angka)
    if pohon.status == StatusPohon.DISETUJUI:
        temuan += periksa_digantikan(pohon.edisi, pohon.edisi_berlaku())
    temuan += [] if salinan else _periksa_tahap(pohon, daftar)
    for jenis in {p.jenis for p in daftar} - {"simpul"}:
        temuan += _periksa_basi(pohon, jenis, [p for p in daftar if p.jenis == jenis])
    for p in daftar:
        if p.jenis != "simpul" and p.sesudah is not None:
            kunci = dict(zip(BARIS[p.jenis].kunci, p.kunci, strict=True))
            temuan += aturan.periksa_isian(kunci | p.sesudah)
    return temuan + periksa_acuan(pohon, daftar)


def _periksa_tahap(pohon: Pohon, daftar: Sequence[Perubahan]) -> list[Temuan]:
    dipakai = tahap_dipakai(daftar)
    if not dipakai:
        return []
    # Locked until the end, so that nobody closes a stage between this look and the write.
    kartu = pohon.terbaca.kartu if pohon.terbaca else KartuTahap.baca(pohon.perangkat_daerah_id)
    return [
        aturan.tahap_terkunci(t.nama, t.tahun)
        for t in kartu.baris
        if t.terkunci and (t.tahun, t.kode) in dipakai
    ]


def _periksa_basi(pohon: Pohon, jenis: str, daftar: list[Perubahan]) -> list[Temuan]:
    ada = baca_baris(pohon, jenis, kunci={p.kunci[0] for p in daftar})
    awal = bawaan(jenis)
    for p in daftar:
        lengkap = awal if p.sesudah is None else {}  # a row goes only as it was seen, all of it
        sebelum = None if p.sebelum is None else lengkap | p.sebelum
        if not _masih_sama(ada.get(p.kunci), sebelum):
            return [temuan_basi(jenis)]
    return []


def _masih_sama(kini: tuple[int, Isi] | None, sebelum: Isi | None) -> bool:
    if kini is None or sebelum is None:
        return kini is None and sebelum is None
    return all(kini[1].get(k) == v for k, v in sebelum.items())


def temuan_basi(jenis: str) -> Temuan:
    pesan = f"Isi {jenis} sudah diubah orang lain sesudah Anda membukanya; muat ulang lalu ulangi."
    return Temuan(kode="RENCANA_BASI", pesan=pesan)


def tulis(pohon: Pohon, daftar: list[Perubahan]) -> list[Perubahan]:
    """Write the changes: rows that go, the shape, new and changed rows, late references; then the
    capaian that they change.

    Answers them as the history keeps them: moved boxes with the places as they were.
    """
    ditulis = _tulis(pohon, daftar)
    segarkan(pohon, ditulis)
    return ditulis


def _tulis(pohon: Pohon, daftar: list[Perubahan]) -> list[Perubahan]:
    simpul = [p for p in daftar if p.jenis == "simpul"]
    if not hanya_teks(simpul):
        return _tulis_bentuk(pohon, daftar, simpul)
    tolak_bila(periksa_pergi(pohon, daftar))
    if simpul:
        _tulis_teks(pohon, daftar, simpul)
    else:
        hapus_baris(pohon, daftar)
        tulis_baris(daftar, Acuan(pohon, _pk_simpul(pohon, daftar)))
    return daftar


def _tulis_teks(pohon: Pohon, daftar: Sequence[Perubahan], simpul: list[Perubahan]) -> None:
    kini = baca_isi_simpul(pohon, [p.kunci[0] for p in simpul])
    masih_sama, temuan = periksa_teks(kini, simpul)
    if not masih_sama:
        raise AturanDilanggar([temuan_basi("simpul")])
    induk = {uid: isi["induk"] for uid, isi in kini.items()}
    tolak_bila([*temuan, *periksa_indikator_induk(pohon, daftar, induk)])
    hapus_baris(pohon, daftar)
    tulis_teks(pohon, simpul)
    tulis_baris(daftar, Acuan(pohon, _pk_simpul(pohon, daftar)))
    _pasang_indikator_induk(pohon, simpul)


def _tulis_bentuk(
    pohon: Pohon, daftar: list[Perubahan], simpul: list[Perubahan]
) -> list[Perubahan]:
    susunan = Susunan.dari(pohon)
    if not all(simpul_masih_sama(susunan, p) for p in simpul):
        raise AturanDilanggar([temuan_basi("simpul")])
    if any(p.kunci[0] == susunan.akar for p in simpul):
        raise AturanDilanggar([aturan.AKAR_TETAP])
    simpul, dibuang = susunan.terapkan(simpul)
    daftar = simpul + [p for p in daftar if p.jenis != "simpul"]
    nomor = susunan.nomori()
    induk = {uid: t.induk for uid, t in susunan.titik.items()}
    tolak_bila([
        *aturan.periksa_kedalaman(max(level for *_, level in nomor.values())),
        *_periksa_bentuk(pohon, susunan, simpul),
        *periksa_indikator_induk(pohon, daftar, induk),
        *periksa_pergi(pohon, daftar),
        *periksa_uang_jenjang(pohon, daftar),
    ])  # fmt: skip
    hapus_baris(pohon, daftar)
    susunan.tulis(simpul, dibuang, nomor)
    tulis_baris(daftar, Acuan(pohon, susunan.tertulis()))
    _pasang_indikator_induk(pohon, simpul)
    return daftar


def _pk_simpul(pohon: Pohon, daftar: Sequence[Perubahan]) -> dict[str, tuple[int, str]]:
    baris = [p for p in daftar if p.jenis != "simpul"]
    uid = {p.kunci[0] for p in baris if BARIS[p.jenis].kunci[0].startswith(("simpul", "peng"))}
    uid |= {p.kunci[1] for p in baris if p.jenis == "penggantian"}
    uid |= {(p.sesudah or {}).get("simpul") for p in baris if p.jenis == "indikator"} - {None}
    dikenal = pohon.terbaca.simpul if pohon.terbaca else {}
    if uid <= dikenal.keys():
        return dikenal
    milik = Simpul.objects.filter(pohon=pohon)
    if len(uid) <= 200:
        milik = milik.filter(uid__in=uid)
    return {str(u): isi for u, *isi in milik.values_list("uid", "pk", "jenjang")}


def simpul_masih_sama(susunan: Susunan, p: Perubahan) -> bool:
    """Does the node still look as the change expects? Its left sibling may differ.

    One that goes is compared in all its fields: those not named are as a new one has them.
    """
    kini = susunan.isi(p.kunci[0])
    if kini is None or p.sebelum is None:
        return kini is None and p.sebelum is None
    sebelum = BAWAAN | p.sebelum if p.sesudah is None else p.sebelum
    return all(kini.get(k) == v for k, v in sebelum.items() if k != "setelah")


def _periksa_bentuk(pohon: Pohon, susunan: Susunan, simpul: list[Perubahan]) -> list[Temuan]:
    temuan: list[Temuan] = []
    induk: set[str] = set()
    for uid in dict.fromkeys(p.kunci[0] for p in simpul):
        t = susunan.titik.get(uid)
        if t is None or t.induk is None:
            continue
        induk.add(t.induk)
        milik = aturan.periksa_simpul(t.isi)
        milik += aturan_jenjang.periksa_induk(
            pohon.jenis, t.isi["jenjang"], susunan.jenjang(t.induk)
        )
        for anak in t.anak:
            milik += aturan_jenjang.periksa_induk(
                pohon.jenis, susunan.jenjang(anak), t.isi["jenjang"]
            )
        temuan += [m.di(simpul=uid, medan=m.letak.medan) for m in milik]
    for uid in induk:
        temuan += aturan.periksa_kode_ganda(susunan.titik[a].isi for a in susunan.titik[uid].anak)
    return temuan


def _pasang_indikator_induk(pohon: Pohon, simpul: list[Perubahan]) -> None:
    """Set after the indicators exist, since both may be new in one change."""
    pasang = {
        p.kunci[0]: p.sesudah["indikator_induk"]
        for p in simpul
        if p.sesudah is not None and "indikator_induk" in beda(p)
    }
    uid = set(pasang.values()) - {None}
    pk = {
        str(u): k
        for u, k in Indikator.objects.filter(pohon=pohon, uid__in=uid).values_list("uid", "pk")
    }
    milik: dict[int | None, list[str]] = defaultdict(list)
    for simpul_uid, indikator in pasang.items():
        milik[pk[indikator] if indikator else None].append(simpul_uid)
    for indikator_pk, daftar in milik.items():
        if indikator_pk is not None or any(p.sebelum for p in simpul):
            Simpul._base_manager.filter(pohon=pohon, uid__in=daftar).update(
                indikator_induk=indikator_pk
            )


def temuan_integritas(galat: DatabaseError) -> Temuan:
    """The database's refusal in the planner's words; a guard brings its own."""
    teks = str(galat)
    if penjaga := re.search(r"penjaga \w+: (.+)", teks):
        return Temuan(kode="DITOLAK_PENJAGA", pesan=f"Ditolak basis data: {penjaga[1]}.")
    for nama, pesan in INTEGRITAS.items():
        if nama in teks or (nama == "pohon_satu_per_edisi" and "kinerja_pohon.edisi" in teks):
            return Temuan(kode=nama.upper(), pesan=pesan)
    pesan = "Perubahan ditolak karena bertentangan dengan data lain; muat ulang lalu periksa."
    return Temuan(kode="DITOLAK_BASIS_DATA", pesan=pesan)
