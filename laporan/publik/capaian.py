"""Results that may be published: verified quarters of approved documents, as they were verified."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import F, QuerySet

from kinerja.aturan.capaian import TAMPIL, bulatkan
from kinerja.isi_pohon import teks_nilai
from kinerja.models import Pengukuran, Realisasi, Target
from kinerja.pilihan import StatusPengukuran, Triwulan
from laporan.models import Dokumen
from laporan.pohon_beku import naskah_beku_pohon
from laporan.publik.tabel import KumpulanTabel, Tabel

KOLOM_CAPAIAN = (
    *("indikator_uid", "jenjang", "kotak", "indikator", "satuan", "tahun", "triwulan"),
    *("target", "realisasi", "capaian", "capaian_setahun"),
)


def terverifikasi(pohon: Iterable[int]) -> QuerySet[Pengukuran]:
    """The verified quarters of these documents."""
    return Pengukuran.objects.filter(
        pohon__in=list(pohon), status=StatusPengukuran.DIVERIFIKASI
    ).order_by("tahun", "triwulan", "pohon")


def isi_capaian(daftar: Iterable[Dokumen], tahun: int, judul: dict[str, str]) -> KumpulanTabel:
    """One year of the documents that planning documents were frozen as. Three queries.

    A value typed after its quarter was verified is left out, and so is the percentage against a
    target that was neither approved with the document nor locked with its stage.
    """
    daftar = list(daftar)
    ukuran = list(terverifikasi(d.asal or 0 for d in daftar).filter(tahun=tahun))
    diukur = {u.pohon_id for u in ukuran}  # a year without any costs a guest no snapshot
    disetujui = {k: t for d in daftar if d.asal in diukur for k, t in _disetujui(d, tahun)}
    kapan = {(u.pohon_id, u.triwulan): u.diubah_pada for u in ukuran}
    nilai = list(_realisasi(ukuran, tahun))
    target = _target({r.indikator_id for r in nilai}, tahun)
    baris = []
    for r in nilai:
        sejak = kapan.get((r.indikator.pohon_id, r.triwulan))
        if sejak is None or r.diubah_pada > sejak:
            continue
        teks, terkunci = target.get(r.indikator_id, ("", False))
        tetap = terkunci or teks == disetujui.get((r.indikator.pohon_id, str(r.indikator.uid)), "")
        kotak = r.indikator.simpul
        baris.append((
            str(r.indikator.uid), str(kotak.get_jenjang_display()), kotak.nama or kotak.kinerja,
            r.indikator.teks, r.indikator.satuan, tahun, r.triwulan, teks if tetap else "",
            teks_nilai(r.jenis, r.mentah, r.nilai), _persen(r.capaian if tetap else None),
            _persen(r.capaian_setahun if tetap else None),
        ))  # fmt: skip
    waktu = max((u.diubah_pada for u in ukuran), default=None)
    saat = waktu.isoformat(timespec="seconds") if waktu else f"{tahun}-01-01T00:00:00"
    tabel = Tabel("capaian", KOLOM_CAPAIAN, tuple(baris))
    return KumpulanTabel(judul | {"tahun": str(tahun), "diverifikasi": saat}, (tabel,), saat)


def _realisasi(ukuran: Iterable[Pengukuran], tahun: int) -> QuerySet[Realisasi]:
    milik = Realisasi.objects.filter(
        indikator__pohon__in={u.pohon_id for u in ukuran}, tahun=tahun
    ).select_related("indikator__simpul")
    return milik.order_by(
        "indikator__pohon", "indikator__simpul__lft", "indikator__urutan", "indikator", "triwulan"
    )


def _disetujui(dokumen: Dokumen, tahun: int) -> Iterable[tuple[tuple[int, str], str]]:
    """The targets of the year that were approved, by document and uid."""
    for k in naskah_beku_pohon(dokumen).data:
        for i in k.indikator:
            yield (dokumen.asal or 0, i.uid), (i.target or {}).get(str(tahun), "")


def _target(indikator: Iterable[int], tahun: int) -> dict[int, tuple[str, bool]]:
    """The yearly target in force, and whether its stage is locked."""
    hasil: dict[int, tuple[str, bool]] = {}
    daftar = Target.objects.filter(
        indikator__in=list(indikator), tahun=tahun, triwulan=Triwulan.SETAHUN
    ).annotate(terkunci=F("tahap__terkunci"))
    for t in daftar.order_by("indikator", "tahap__urutan"):
        hasil[t.indikator_id] = (teks_nilai(t.jenis, t.mentah, t.nilai), bool(t.terkunci))
    return hasil


def _persen(nilai: Decimal | None) -> str | None:
    """Two decimals at most, with a point: for machines."""
    return None if nilai is None else format(bulatkan(nilai, TAMPIL).normalize(), "f")
