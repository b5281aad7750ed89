"""Everything that an agency wrote about one indicator: cascading, IKU, agreements, realisation.

The same indicator is that of the same uid (editions, IKU and agreements keep it), and one with
the same or nearly the same words in another document of the agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from cascading.models import PerjanjianKinerja
from iku.models import DokumenIku
from kinerja.aturan.angka import format_angka
from kinerja.aturan.kumulatif import kumulatif
from kinerja.aturan.teks import kunci
from kinerja.impor.pencocokan import MIRIP, kemiripan
from kinerja.models import Indikator, PerangkatDaerah, Pohon, Realisasi, Target
from kinerja.models.hitung_capaian import nilai_baris
from kinerja.models.tahapan import KartuTahap, terakhir
from kinerja.mutu_lembaga import dokumen_diperiksa
from kinerja.pilihan import StatusPohon, Triwulan
from laporan.aturan.banding import Banding, Isi, Sumber, bandingkan
from laporan.models import Dokumen
from laporan.pilihan import JenisDokumen


def banding_indikator(indikator: Indikator) -> Banding:
    """A row for each source; the document that the indicator was asked from comes first."""
    lembaga = indikator.pohon.perangkat_daerah
    kembar = indikator_kembar(indikator)
    uid = {str(i.uid) for i in kembar}
    milik = {i.pk: s for i, s in zip(kembar, _pohon(lembaga, kembar), strict=True)}
    sumber = list(milik.values())
    sumber += _iku(lembaga, uid, [(i, milik[i.pk]) for i in kembar if i.utama])
    sumber += _perjanjian(lembaga, uid)
    sumber += _realisasi(kembar)
    return bandingkan(sumber)


def indikator_kembar(asal: Indikator) -> list[Indikator]:
    """The indicator itself, then its like in the documents of the agency in force or in work."""
    lembaga = asal.pohon.perangkat_daerah
    pohon = {p.pk for p in _dokumen(lembaga)} | {asal.pohon_id}
    daftar = Indikator.objects.filter(pohon__in=pohon).select_related(
        "simpul", "pohon__periode", "pohon__perangkat_daerah__pemda"
    )
    milik = kunci(asal.teks)
    sama = [
        i for i in daftar.order_by("pohon_id", "simpul__lft", "urutan", "pk")
        if i.pk != asal.pk and (i.uid == asal.uid or _serupa(milik, kunci(i.teks)))
    ]  # fmt: skip
    return [asal, *sama]


def _dokumen(lembaga: PerangkatDaerah) -> list[Pohon]:
    """Of each document the latest edition, and the approved one before it."""
    kini = dokumen_diperiksa([lembaga])
    belum = [p for p in kini if p.status != StatusPohon.DISETUJUI and p.edisi > 1]
    lama = Q(pk__in=[])
    for p in belum:
        lama |= Q(periode=p.periode_id, jenis=p.jenis, judul=p.judul, edisi=p.edisi - 1)
    return [*kini, *Pohon.objects.tampak().filter(lama, perangkat_daerah=lembaga)]


def _serupa(a: str, b: str) -> bool:
    return a == b or kemiripan(a, b) >= MIRIP


def _pohon(lembaga: PerangkatDaerah, kembar: list[Indikator]) -> Iterator[Sumber]:
    """Targets in force of the years of each document. Two queries."""
    tahapan = {b.pk: b.urutan for b in KartuTahap.baca(lembaga.pk).baris}
    daftar = Target.objects.filter(indikator__in=[i.pk for i in kembar], triwulan=0)
    kolom = daftar.values_list("indikator_id", "tahun", "tahap_id", "mentah")
    berlaku = terakhir((((i, t), tahap, mentah) for i, t, tahap, mentah in kolom), tahapan)
    for i in kembar:
        target = {t: berlaku.get((i.pk, t), ("",))[0] for t in i.pohon.periode.daftar_tahun()}
        yield _satu_pohon(i, target)


def _satu_pohon(i: Indikator, target: dict[int, str]) -> Sumber:
    edisi = f" edisi {i.pohon.edisi}" if i.pohon.edisi > 1 else ""
    alamat = reverse("simpul-rinci", args=[i.simpul_id])
    return Sumber(
        jenis=i.pohon.sebutan,
        nama=f"{i.pohon.periode}{edisi}, {i.pohon.get_status_display()}",
        alamat=alamat, teks=i.teks, satuan=i.satuan,
        isi={t: Isi(teks, f"{alamat}?tahun={t}") for t, teks in target.items()},
    )  # fmt: skip


def _iku(
    lembaga: PerangkatDaerah, uid: set[str], utama: list[tuple[Indikator, Sumber]]
) -> Iterator[Sumber]:
    """IKU documents: as frozen; one that is not approved yet follows its cascading."""
    semua = DokumenIku.objects.filter(perangkat_daerah=lembaga).exclude(status="DIGANTIKAN")
    daftar = list(semua.prefetch_related("sumber").order_by("tahun", "pk"))
    beku = _cuplikan(JenisDokumen.IKU, lembaga, uid)
    asal = {i.pohon_id: s for i, s in utama}
    for d in daftar:
        alamat = reverse("iku", args=[d.pk])
        nama = f"{d.tahun}, {d.get_status_display()}"
        if d.pk in beku:
            isi = beku[d.pk]["isi"]
            for satu in (x for x in isi["iku"] if x["uid"] in uid):
                target = zip(isi["tahun"], satu["target"], strict=False)
                yield Sumber("IKU", nama, alamat, satu["indikator"], satu["satuan"],
                             {t: Isi(teks, alamat) for t, teks in target})  # fmt: skip
        elif asli := next((asal[s.pohon_id] for s in d.sumber.all() if s.pohon_id in asal), None):
            milik = {t: Isi(x.teks, alamat) for t, x in asli.isi.items()}
            nama = f"{nama}, mengikuti cascading"
            yield Sumber("IKU", nama, alamat, asli.teks, asli.satuan, milik)


def _perjanjian(lembaga: PerangkatDaerah, uid: set[str]) -> list[Sumber]:
    """Agreed ones that nothing replaced: a row for each position."""
    beku = _cuplikan(JenisDokumen.PERJANJIAN, lembaga, uid)
    daftar = PerjanjianKinerja.objects.filter(pk__in=beku).exclude(status="DIGANTIKAN")
    hasil: dict[tuple[str, str, str], dict[int, Isi]] = {}
    for p in daftar.select_related("jabatan").order_by("jabatan__nama", "tahun", "pk"):
        alamat = reverse("perjanjian", args=[p.pk])
        for s in beku[p.pk]["isi"]["sasaran"]:
            for i in (x for x in s["indikator"] if x["uid"] in uid):
                baris = hasil.setdefault((p.jabatan.nama, i["teks"], i["satuan"]), {})
                baris[p.tahun] = Isi(i["target"], alamat, str(p.get_status_display()))
    return [
        Sumber("Perjanjian Kinerja", jabatan, "", teks, satuan, isi)
        for (jabatan, teks, satuan), isi in hasil.items()
    ]


def _realisasi(kembar: list[Indikator]) -> Iterator[Sumber]:
    """What was measured, up to the last quarter of each year that was filled: against the targets
    of these quarters, a whole year against its own.
    """
    semua = Realisasi.objects.filter(indikator__in=[i.pk for i in kembar])
    milik: dict[int, list[Realisasi]] = {}
    for r in semua.select_related("indikator").order_by("tahun", "triwulan"):
        milik.setdefault(r.indikator_id, []).append(r)
    satu_kali = {i.uid: i for i in reversed(kembar) if i.pk in milik}  # editions repeat them
    for i in reversed(satu_kali.values()):
        yield Sumber("Realisasi", i.pohon.sebutan, "", "", i.satuan,
                     dict(_tahunan(i, milik[i.pk])), hasil=True)  # fmt: skip


def _tahunan(i: Indikator, baris: Iterable[Realisasi]) -> Iterator[tuple[int, Isi]]:
    alamat = reverse("indikator-pengukuran", args=[i.pk])
    per_tahun: dict[int, dict[int, Realisasi]] = {}
    for r in baris:
        per_tahun.setdefault(r.tahun, {})[r.triwulan] = r
    for milik in per_tahun.values():
        akhir = milik[max(milik)]
        nilai_tw = {n: nilai_baris(r) for n, r in milik.items()}
        cara = {n: r.cara for n, r in milik.items()}
        bersama = kumulatif(nilai_tw, cara, i.agregasi).get(akhir.triwulan)
        nilai = bersama if bersama is not None else nilai_baris(akhir)
        teks = format_angka(nilai.angka) if nilai.angka is not None else akhir.mentah
        ket = f"s.d. {akhir.get_triwulan_display()}"
        capaian = akhir.capaian_setahun if akhir.triwulan == Triwulan.TW4 else akhir.capaian
        if capaian is not None:
            ket += f", capaian {format_angka(round(capaian, 2).normalize())} %"
        tuju = f"{alamat}?tahun={akhir.tahun}&triwulan={akhir.triwulan}"
        yield akhir.tahun, Isi(teks, tuju, ket, capaian)


def _cuplikan(jenis: str, lembaga: PerangkatDaerah, uid: set[str]) -> dict[int, dict[str, Any]]:
    """Snapshots that name one of the indicators, by the record they were made from. One query."""
    memuat = Q(pk__in=[])
    for satu in uid:
        memuat |= Q(naskah__contains=satu)
    daftar = Dokumen.objects.filter(jenis=jenis, perangkat_daerah=lembaga)
    daftar = daftar.annotate(naskah=Cast("cuplikan", TextField())).filter(memuat)
    return {asal: isi for asal, isi in daftar.values_list("asal", "cuplikan") if asal}
