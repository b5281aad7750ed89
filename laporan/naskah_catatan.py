"""Notes as they stand -> NaskahCatatan. Reads, never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.aturan.tanggal import tanggal
from kinerja.models import PerangkatDaerah
from laporan.cetakan import Cetakan
from laporan.evaluasi.daftar_catatan import KEADAAN, Saringan
from laporan.identitas import kop, nama_lengkap, waktu
from laporan.models import Catatan, Tanggapan
from laporan.models.catatan import CatatanQuerySet
from laporan.pdf.naskah_catatan import BarisTanggapan, ButirCatatan, NaskahCatatan


def cetakan_catatan(
    lembaga: PerangkatDaerah, daftar: CatatanQuerySet, saringan: Saringan, *, akhiran: str,
    pada: datetime,
) -> Cetakan:  # fmt: skip
    """``daftar`` are notes of the agency, or of the pemda with its agencies."""
    naskah = naskah_catatan(lembaga, daftar, saringan, pada=pada)
    hari = timezone.localtime(pada).date()
    nama = f"Catatan evaluasi {nama_lengkap(lembaga, hari)} {hari.isoformat()}"
    kembali = f"{reverse('catatan-daftar')}?{saringan.alamat}"
    return Cetakan("catatan", naskah, "A4", akhiran, nama, kembali)


def naskah_catatan(
    lembaga: PerangkatDaerah, daftar: CatatanQuerySet, saringan: Saringan, *, pada: datetime
) -> NaskahCatatan:
    """Two queries; dated by the day, so that the same notes on one day are the same file."""
    setempat = timezone.localtime(pada)
    hari = setempat.date()
    urut = list(daftar.order_by("perangkat_daerah__nama", "perangkat_daerah_id", "pada", "pk"))
    langkah: dict[int, list[Tanggapan]] = {}
    milik = Tanggapan.objects.filter(catatan__in=[c.pk for c in urut]).select_related("oleh")
    for t in milik.order_by("catatan_id", "nomor"):
        langkah.setdefault(t.catatan_id, []).append(t)
    nama = nama_lengkap(lembaga, hari)
    return NaskahCatatan(
        kop=kop(lembaga, hari),
        judul=("Catatan dan rekomendasi evaluasi", nama),
        saringan=_saringan(saringan),
        butir=tuple(
            _butir(n, c, langkah.get(c.pk, ()), setempat) for n, c in enumerate(urut, start=1)
        ),
        kaki=f"Catatan evaluasi {nama} · {tanggal(hari)}",
        waktu=setempat.replace(hour=0, minute=0, second=0, microsecond=0).isoformat(),
    )


def _butir(
    nomor: int, c: Catatan, langkah: Iterable[Tanggapan], setempat: datetime
) -> ButirCatatan:
    periksaan = KATALOG.get(c.kode)
    telat = ", lewat tenggat" if c.lewat(setempat.date()) else ""
    return ButirCatatan(
        nomor=nomor,
        lembaga=c.perangkat_daerah.nama,
        perihal=c.perihal,
        periksaan=f"{periksaan.nomor} {periksaan.judul}" if periksaan else "",
        tahun=c.tahun,
        isi=c.isi,
        rekomendasi=c.rekomendasi,
        oleh=f"{c.oleh}, {waktu(c.pada)}",
        tenggat=tanggal(c.tenggat) if c.tenggat else "",
        status=f"{c.get_status_display()}{telat}",
        tanggapan=tuple(_tanggapan(t) for t in langkah),
    )


def _tanggapan(t: Tanggapan) -> BarisTanggapan:
    """A file is named with the beginning of its hash, an address in full."""
    bukti = f"{t.nama_berkas} (SHA-256 {t.sha256[:16]}…)" if t.sha256 else t.tautan
    teks = f"Tenggat baru {tanggal(t.tenggat)}. {t.teks}" if t.tenggat else t.teks
    return BarisTanggapan(str(t.get_langkah_display()), f"{t.oleh}, {waktu(t.pada)}", teks, bukti)


def _saringan(s: Saringan) -> str:
    bagian = [f"status {dict(KEADAAN)[s.keadaan].lower()}"] if s.keadaan else []
    bagian += [f"evaluasi tahun {s.tahun}"] if s.tahun else []
    return f"Hanya catatan dengan {' dan '.join(bagian)}." if bagian else ""
