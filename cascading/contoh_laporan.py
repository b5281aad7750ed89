"""Reports for practice: yearly values, actions, words; every text says that it is made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from cascading.models import CatatanEvaluasi, RencanaAksi, UraianLkjip
from cascading.pilihan import BagianLkjip
from kinerja.aturan.angka import format_angka
from kinerja.contoh.orang import DINAS
from kinerja.contoh.realisasi import LATIHAN, TAHUN, sel_triwulan_terakhir
from kinerja.models import Pengguna, PerangkatDaerah, Pohon, Realisasi, SelUkur, Simpul, Target
from kinerja.models.rencana_ukur import NILAI
from kinerja.pilihan import Frekuensi, JenisPohon, Jenjang

TAHUNAN = (TAHUN - 1, TAHUN)
CAPAI = (Decimal("0.98"), Decimal("1.02"), Decimal("0.9"), Decimal(1))
"""Of the target of the year, in turn."""
BERTARGET = (Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN)
AKSI = (
    ("Mendata penerima bersama pemerintah desa", "Memadankan data\nVerifikasi lapangan",
     ("Data awal", "Verifikasi", "Penetapan", "Pemutakhiran")),
    ("Menyalurkan bantuan sesuai daftar yang ditetapkan", "",
     ("", "Tahap pertama", "Tahap kedua", "Pelaporan")),
)  # fmt: skip


def muat_laporan(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once, in the cascading that is measured; not where people wrote yearly values already."""
    dinas = milik[DINAS]
    daftar = Pohon.objects.filter(perangkat_daerah=dinas, jenis=JenisPohon.CASCADING, edisi=1)
    pohon = daftar.filter(pengukuran__isnull=False).order_by("pk").first()
    if pohon is None or RencanaAksi.objects.filter(perangkat_daerah=dinas).exists():
        return
    siapa: dict[str, Any] = {"oleh": akun["perencana"], "pada": pada}
    _nilai(pohon, siapa)
    _aksi(pohon, siapa)
    CatatanEvaluasi(
        perangkat_daerah=dinas, tahun=TAHUN, triwulan=1,
        faktor_pendorong=f"Relawan sosial di setiap kecamatan. {LATIHAN}",
        tindak_lanjut_triwulan=f"Percepat verifikasi data. {LATIHAN}",
    ).daftarkan(**siapa)  # fmt: skip
    UraianLkjip(
        perangkat_daerah=dinas, tahun=TAHUN, bagian=BagianLkjip.PENYEBAB,
        teks="Capaian didukung data penerima yang dipadankan lebih awal.\n\nHambatannya:\n"
        f"1. jarak antardesa;\n2. cuaca.\n\n{LATIHAN}",
    ).daftarkan(**siapa)  # fmt: skip


def _nilai(pohon: Pohon, siapa: dict[str, Any]) -> None:
    """Values of indicators that are measured once a year, with their notes."""
    for tahun in TAHUNAN:
        if Realisasi.objects.filter(indikator__pohon=pohon, tahun=tahun, triwulan=4).exists():
            continue
        sel = [s for n, t in enumerate(_target(pohon, tahun)) for s in _sel(t, n)]
        sel += sel_triwulan_terakhir(pohon) if tahun == TAHUN else []
        if sel:
            pohon.ukur(sel, tahun=tahun, triwulan=4, **siapa)


def _target(pohon: Pohon, tahun: int) -> Iterator[Target]:
    """Yearly targets that are numbers, above the sub kegiatan, in tree order."""
    daftar = Target.objects.filter(
        indikator__pohon=pohon, tahun=tahun, triwulan=0, nilai__gt=0,
        indikator__frekuensi=Frekuensi.TAHUNAN,
        indikator__simpul__jenjang__in=BERTARGET,
    ).select_related("indikator")  # fmt: skip
    yield from daftar.order_by("indikator__simpul__lft", "indikator__urutan", "tahap_id")


def _sel(target: Target, nomor: int) -> Iterator[SelUkur]:
    uid = str(target.indikator.uid)
    nilai = ((target.nilai or 0) * CAPAI[nomor % len(CAPAI)]).quantize(Decimal("0.01"))
    yield SelUkur(uid, NILAI, format_angka(nilai))
    yield SelUkur(uid, "faktor_pendukung", f"Dukungan pemerintah desa. {LATIHAN}")
    yield SelUkur(uid, "hambatan", f"Data penerima belum mutakhir. {LATIHAN}")
    yield SelUkur(uid, "solusi", f"Pemutakhiran data tiap semester. {LATIHAN}")


def _aksi(pohon: Pohon, siapa: dict[str, Any]) -> None:
    """Two actions for the first two programs."""
    program = Simpul.objects.filter(pohon=pohon, jenjang=Jenjang.PROGRAM).order_by("lft")[:2]
    for simpul in program:
        for urutan, (uraian, sub, triwulan) in enumerate(AKSI, start=1):
            isi = {f"triwulan_{n}": teks for n, teks in enumerate(triwulan, start=1)}
            RencanaAksi(
                perangkat_daerah=pohon.perangkat_daerah, simpul_uid=simpul.uid, tahun=TAHUN,
                urutan=urutan, uraian=f"{uraian} (latihan)", sub=sub, **isi,
            ).daftarkan(**siapa)  # fmt: skip
