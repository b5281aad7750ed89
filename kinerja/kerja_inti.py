"""What the core has for somebody: documents and quarters on their ladders, windows, comments,
findings of one's boxes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse

from kinerja.aturan.dasbor import TRIWULAN, Masa, terlambat
from kinerja.aturan.pengukuran import keadaan_jendela, sebut
from kinerja.aturan.pengukuran import langkah_terbuka as langkah_ukur
from kinerja.aturan.tangga import Pelaku, langkah_terbuka
from kinerja.dasbor_lembaga import aturan_pemda
from kinerja.dokumen_diukur import di_tahun, edisi_berlaku
from kinerja.kerja_saya import Butir, Kelompok, Saya
from kinerja.models import (
    JendelaPengukuran,
    Komentar,
    Pemberitahuan,
    Pengukuran,
    PerangkatDaerah,
    Pohon,
    Simpul,
)
from kinerja.mutu_lembaga import HasilDokumen, hasil_dokumen, kunci_hasil, tahun_dokumen
from kinerja.mutu_pohon import pengaturan_pemda
from kinerja.pilihan import PENYUSUN, JenisPemberitahuan, StatusPengukuran, StatusPohon
from kinerja.ringkasan_dokumen import RingkasanDokumen, ringkasan_dokumen
from kinerja.wewenang import pelaku, pelaku_ukur

SEBELUM = timedelta(days=14)
"""A window is told this long before it opens."""
SEKALIGUS = 1
"""Documents that one request checks anew; the others wait for the next."""
KERJA = {"verifikasi": "Verifikasi", "setujui": "Setujui"}


def dokumen(saya: Saya) -> list[Butir]:
    """Documents to verify, to approve, or that came back. No query of its own."""
    return [b for p in saya.dokumen for b in _dokumen(saya, p)]


def _dokumen(saya: Saya, p: Pohon) -> Iterator[Butir]:
    nama = f"{p.sebutan} {p.perangkat_daerah} {p.periode}"
    sebagai = pelaku(saya.pengguna, p, saya.hari, saya.penyetuju(p.perangkat_daerah))
    alamat = reverse("pohon-status", args=[p.pk])
    if p.status == StatusPohon.DIKEMBALIKAN and Pelaku.PENGAJU in sebagai:
        yield Butir(Kelompok.KEMBALI, nama, alamat, p.alasan, p.diubah_pada)
    wajib = pengaturan_pemda(p.perangkat_daerah)
    terbuka = langkah_terbuka(p.status, sebagai, bool(wajib and wajib.perlu_verifikasi))
    for kata in (KERJA[s.kata_kerja] for s in terbuka if s.kata_kerja in KERJA):
        yield Butir(Kelompok.PUTUSAN, f"{kata} {nama}", alamat, pada=p.diubah_pada)


def pengukuran(saya: Saya) -> list[Butir]:
    """Quarters to verify, quarters that came back, windows, late quarters of this year and the
    last. Two queries, and those of ``ringkasan_dokumen`` for what nobody looked at before.
    """
    diukur = edisi_berlaku(saya.dokumen)
    kini = saya.hari.year
    semua = Pengukuran.objects.filter(pohon__in=diukur, tahun__gte=kini - 1)
    ukuran = {(u.pohon_id, u.tahun, u.triwulan): u for u in semua}
    milik = {p.pk: p for p in diukur}
    hasil = [b for u in ukuran.values() for b in _ukuran(saya, milik[u.pohon_id], u)]
    pengisi = [p for p in diukur if _mengisi(saya, p)]
    pemda = {p.perangkat_daerah.pemda_atau_diri().pk for p in pengisi}
    semua_jendela = JendelaPengukuran.objects.filter(pemda__in=pemda, tahun__gte=kini - 1)
    jendela = {(j.pemda_id, j.tahun, j.triwulan): j.masa for j in semua_jendela}
    for tahun in sorted({kini - 1, kini} | {t for _, t, _ in jendela}):
        angka = _ringkasan(pengisi, tahun)
        for p in di_tahun(pengisi, tahun):
            for n in TRIWULAN:
                satu = ukuran.get((p.pk, tahun, n))
                if satu is None or satu.status == StatusPengukuran.DRAF:
                    masa = jendela.get((p.perangkat_daerah.pemda_atau_diri().pk, tahun, n))
                    draf = angka[p.pk].masa(tahun, n, StatusPengukuran.DRAF, masa)
                    hasil += _belum_naik(saya, p, draf)
    return hasil


def _ringkasan(dokumen: Sequence[Pohon], tahun: int) -> dict[int, RingkasanDokumen]:
    """Of the year, by document; each pemda has its own rules."""
    milik: dict[PerangkatDaerah, list[Pohon]] = defaultdict(list)
    for p in di_tahun(dokumen, tahun):
        milik[p.perangkat_daerah.pemda_atau_diri()].append(p)
    hasil: dict[int, RingkasanDokumen] = {}
    for pemda, daftar in milik.items():
        hasil |= ringkasan_dokumen(daftar, tahun, aturan_pemda(pemda))
    return hasil


def _ukuran(saya: Saya, p: Pohon, ukuran: Pengukuran) -> Iterator[Butir]:
    nama = f"pengukuran {sebut(ukuran.tahun, ukuran.triwulan)} {p.perangkat_daerah}"
    alamat = _alamat_ukur(p, ukuran.tahun, ukuran.triwulan)
    sebagai = pelaku_ukur(saya.pengguna, p, saya.hari, saya.penyetuju(p.perangkat_daerah))
    terbuka = {s.kata_kerja for s in langkah_ukur(ukuran.status, sebagai)}
    if ukuran.status == StatusPengukuran.DIKEMBALIKAN and "ajukan" in terbuka:
        judul = nama[0].upper() + nama[1:]
        yield Butir(Kelompok.KEMBALI, judul, alamat, ukuran.alasan, ukuran.diubah_pada)
    elif "verifikasi" in terbuka:
        yield Butir(Kelompok.PUTUSAN, f"Verifikasi {nama}", alamat, pada=ukuran.diubah_pada)


def _belum_naik(saya: Saya, p: Pohon, masa: Masa) -> Iterator[Butir]:
    """Late, or in a window that is open or near; by its last day."""
    lewat, jendela = terlambat(masa, saya.hari), masa.jendela
    if lewat:
        kata = f"Terlambat: {lewat.sejak}."
    elif jendela and jendela.buka - SEBELUM <= saya.hari <= jendela.tutup:
        kata = keadaan_jendela(jendela, saya.hari)
    else:
        return
    judul = f"Isi dan ajukan {sebut(masa.tahun, masa.triwulan)}: {p.sebutan} {p.perangkat_daerah}"
    alamat = _alamat_ukur(p, masa.tahun, masa.triwulan)
    yield Butir(Kelompok.TENGGAT, judul, alamat, kata, tenggat=masa.batas)


def _mengisi(saya: Saya, p: Pohon) -> bool:
    """Does a role of the user, narrowed or not, fill boxes of this agency?"""
    di = {p.perangkat_daerah_id, p.perangkat_daerah.pemda_id}
    milik = saya.pengguna.daftar_keanggotaan()
    return any(k.peran in PENYUSUN and k.perangkat_daerah_id in di for k in milik)


def _alamat_ukur(p: Pohon, tahun: int, triwulan: int) -> str:
    return f"{reverse('pengukuran', args=[p.pk])}?tahun={tahun}&triwulan={triwulan}"


def komentar(saya: Saya) -> list[Butir]:
    """Remarks that named a role of the user and whose thread is still open. One query."""
    disebut = Pemberitahuan.objects.filter(
        penerima=saya.pengguna, jenis=JenisPemberitahuan.SEBUTAN,
        simpul_uid=OuterRef("simpul_uid"), pada=OuterRef("pada"),
    )  # fmt: skip
    terbuka = Q(membalas=None, selesai_pada=None) | Q(
        membalas__isnull=False, membalas__selesai_pada=None
    )
    kotak = Simpul.objects.filter(pohon=OuterRef("pohon"), uid=OuterRef("simpul_uid"))
    terlihat = PerangkatDaerah.objects.terlihat_oleh(saya.pengguna)
    daftar = Komentar.objects.filter(
        terbuka, Exists(disebut), pohon__perangkat_daerah__in=terlihat,
        pohon__diarsipkan_pada=None,
    ).annotate(kotak=Subquery(kotak.values("pk")[:1]))  # fmt: skip
    urut = daftar.select_related("oleh", "pohon__perangkat_daerah").order_by("-pada", "-pk")
    return [_komentar(k) for k in urut]


def _komentar(k: Any) -> Butir:
    alamat = reverse("pohon", args=[k.pohon_id])
    if k.kotak:
        alamat = f"{reverse('simpul-rinci', args=[k.kotak])}#komentar"
    asal = f"{k.oleh} · {k.pohon.sebutan} {k.pohon.perangkat_daerah}"
    return Butir(Kelompok.KOMENTAR, k.teks[:160], alamat, asal, k.pada)


def temuan(saya: Saya) -> list[Butir]:
    """Findings at the boxes that one's positions answer for. No query while all documents were
    checked before; of the others one is checked now.
    """
    terakhir = [p for p in _terakhir(saya.dokumen) if p.perangkat_daerah_id in saya.lembaga_kursi]
    kunci = {p.pk: kunci_hasil(p, tahun_dokumen(p, saya.hari.year, saya.hari)) for p in terakhir}
    ada = cache.get_many(list(kunci.values()))
    hasil = {p.pk: ada[kunci[p.pk]] for p in terakhir if kunci[p.pk] in ada}
    for p in [p for p in terakhir if p.pk not in hasil][:SEKALIGUS]:
        hasil[p.pk] = hasil_dokumen(p, tahun_dokumen(p, saya.hari.year, saya.hari))
    return [b for p in terakhir if p.pk in hasil for b in _temuan(saya, p, hasil[p.pk])]


def _temuan(saya: Saya, p: Pohon, isi: HasilDokumen) -> Iterator[Butir]:
    uid = frozenset().union(*(isi.tugas.get(j, frozenset()) for j in saya.kursi))
    ada = [t.letak.simpul for t in isi.berlaku if t.letak.simpul in uid]
    if ada:
        judul = f"{len(ada)} temuan di {len(set(ada))} kotak Anda"
        alamat = f"{reverse('pohon', args=[p.pk])}?milik=1"
        nama = f"{p.sebutan} {p.perangkat_daerah} {p.periode}"
        yield Butir(Kelompok.TEMUAN, judul, alamat, nama, p.diubah_pada)


def _terakhir(daftar: list[Pohon]) -> list[Pohon]:
    """The latest edition of each document."""
    hasil: dict[tuple[Any, ...], Pohon] = {}
    for p in sorted(daftar, key=lambda p: p.edisi):
        hasil[p.perangkat_daerah_id, p.periode_id, p.jenis, p.judul] = p
    return list(hasil.values())
