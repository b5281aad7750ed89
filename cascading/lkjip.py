"""Chapter III of a LKjIP: what was reached and what it cost, in tables out of the measurements.

Of tujuan and sasaran, and of IKU wherever they stand. Each percentage is that of its own
indicator; means are said as means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from cascading.bagian_laporan import (
    TENGAH,
    BagianDokumen,
    BarisTabel,
    KolomTabel,
    TabelDokumen,
    kelompok,
)
from cascading.baris_tabel import KOSONG, SASARAN_KE_ATAS
from cascading.e81 import realisasi_semua, target_akhir, tingkat
from cascading.isi_laporan import (
    SETAHUN,
    IndikatorLaporan,
    IsiLaporan,
    KotakLaporan,
    tulis_nilai,
    tulis_persen,
)
from cascading.lkjip_uang import bagian_anggaran, bagian_efisiensi, bagian_penunjang
from cascading.pengukuran import cara_menghitung, gabung_catatan, sebut_rata
from cascading.pilihan import BagianLkjip
from kinerja.aturan.capaian import teks
from kinerja.aturan.pita import pita, rata_rata
from kinerja.pilihan import Jenjang

TAHUN_BANDING = 2
"""Years before this one that are set beside it, where the periode has them."""
INDIKATOR = (KolomTabel("No", 3, TENGAH), KolomTabel("Indikator Kinerja", 24),
             KolomTabel("Satuan", 7, TENGAH))  # fmt: skip
Terukur = Sequence[tuple[KotakLaporan, IndikatorLaporan]]


def susun_lkjip(isi: IsiLaporan, uraian: Mapping[str, str]) -> tuple[BagianDokumen, ...]:
    """The parts in order. ``uraian`` are the typed words by BagianLkjip; the comparison with
    national standards has words only, and is left out without any.
    """
    terukur = diukur(isi)
    tabel: dict[str, tuple[tuple[str, ...], TabelDokumen | None]] = {
        BagianLkjip.TAHUN_INI: _tahun_ini(isi, terukur),
        BagianLkjip.TAHUN_LALU: _tahun_lalu(isi, terukur),
        BagianLkjip.JANGKA_MENENGAH: _jangka_menengah(isi, terukur),
        BagianLkjip.NASIONAL: ((), None),
        BagianLkjip.PENYEBAB: _penyebab(isi),
        BagianLkjip.EFISIENSI: bagian_efisiensi(isi),
        BagianLkjip.PENUNJANG: bagian_penunjang(isi),
        BagianLkjip.ANGGARAN: bagian_anggaran(isi),
    }
    ada = [b for b in BagianLkjip if tabel[b][1] or uraian.get(b, "").strip()]
    hasil = []
    for ke, bagian in enumerate(ada, start=1):
        kalimat, satu = tabel[bagian]
        nomor = "B" if bagian == BagianLkjip.ANGGARAN else f"A.{ke}"
        hasil.append(BagianDokumen(str(bagian), nomor, str(bagian.label),
                                   uraian.get(bagian, ""), kalimat, satu))  # fmt: skip
    return tuple(hasil)


def diukur(isi: IsiLaporan) -> Terukur:
    """Indicators that chapter III speaks of, with their boxes, in tree order."""
    return [
        (k, i) for k in isi.kotak for i in k.indikator if k.jenjang in SASARAN_KE_ATAS or i.utama
    ]


def _baris(
    terukur: Terukur, sel: Callable[[IndikatorLaporan], tuple[str | int, ...]]
) -> tuple[BarisTabel, ...]:
    """A row per indicator below the name of its box, counted through."""
    hasil: list[BarisTabel] = []
    lalu = 0
    for n, (k, i) in enumerate(terukur, start=1):
        if k.id != lalu:
            hasil.append(kelompok(f"{Jenjang(k.jenjang).label}: {k.sebutan}"))
            lalu = k.id
        hasil.append(BarisTabel((str(n), i.teks, i.satuan or KOSONG, *sel(i))))
    return tuple(hasil)


def _tahun_ini(isi: IsiLaporan, terukur: Terukur) -> tuple[tuple[str, ...], TabelDokumen]:
    t = isi.tahun

    def sel(i: IndikatorLaporan) -> tuple[str, ...]:
        nilai = i.capaian_setahun(t, isi.aturan).nilai
        milik = pita(nilai, isi.aturan.pita)
        return (i.target(t) or KOSONG, tulis_nilai(i.realisasi(t)) or KOSONG,
                tulis_persen(nilai) or KOSONG, milik.nama if milik else KOSONG)  # fmt: skip

    kolom = (*INDIKATOR, KolomTabel(f"Target {t}", 9, TENGAH),
             KolomTabel(f"Realisasi {t}", 9, TENGAH), KolomTabel("Capaian", 8, TENGAH),
             KolomTabel("Kategori", 10, TENGAH))  # fmt: skip
    tabel = TabelDokumen(f"Target dan Realisasi Kinerja Tahun {t}", kolom, _baris(terukur, sel),
                         cara_menghitung(isi))  # fmt: skip
    return _ringkas(isi, terukur), tabel


def _ringkas(isi: IsiLaporan, terukur: Terukur) -> tuple[str, ...]:
    """What the figures of the year say together."""
    nilai = [(i.capaian_setahun(isi.tahun, isi.aturan).nilai, i.teks) for _, i in terukur]
    rata = rata_rata((n for n, _ in nilai), isi.aturan.batas)
    if rata.nilai is None:
        return (f"Belum ada indikator yang mempunyai capaian tahun {isi.tahun}.",)
    ada = sorted(((n, t) for n, t in nilai if n is not None), key=lambda x: x[0])
    milik = pita(rata.nilai, isi.aturan.pita)
    kata = f" dan termasuk kategori {milik.nama}" if milik else ""
    hasil = [f"Rata-rata capaian {len(terukur)} indikator adalah {sebut_rata(rata, isi)}{kata}."]
    if len(ada) > 1:
        (rendah, a), (tinggi, b) = ada[0], ada[-1]
        hasil.append(f"Capaian tertinggi {tulis_persen(tinggi)} (“{b}”), terendah "
                     f"{tulis_persen(rendah)} (“{a}”).")  # fmt: skip
    return tuple(hasil)


def _tahun_lalu(isi: IsiLaporan, terukur: Terukur) -> tuple[tuple[str, ...], TabelDokumen | None]:
    """Beside the years before it; nothing in the first year of a periode."""
    lalu = isi.tahun_lalu[-TAHUN_BANDING:]
    if not lalu:
        return (), None
    tahun = (*lalu, isi.tahun)

    def sel(i: IndikatorLaporan) -> tuple[str, ...]:
        isi_tahun = (
            teks_sel
            for t in tahun
            for teks_sel in (
                tulis_nilai(i.realisasi(t)) or KOSONG,
                tulis_persen(i.capaian_setahun(t, isi.aturan).nilai) or KOSONG,
            )
        )
        return (*isi_tahun, _selisih(i, lalu[-1], isi.tahun))

    kolom = (*INDIKATOR, *(KolomTabel(f"{kata} {t}", 8, TENGAH) for t in tahun
                           for kata in ("Realisasi", "Capaian")),
             KolomTabel(f"Perubahan dari {lalu[-1]}", 9, TENGAH))  # fmt: skip
    judul = f"Realisasi dan Capaian Tahun {tahun[0]}-{tahun[-1]}"
    return (), TabelDokumen(judul, kolom, _baris(terukur, sel))


def _selisih(i: IndikatorLaporan, lalu: int, kini: int) -> str:
    a, b = i.realisasi(lalu), i.realisasi(kini)
    if a is None or b is None or a.angka is None or b.angka is None:
        return KOSONG
    beda: Decimal = b.angka - a.angka
    return f"{'+' if beda > 0 else ''}{teks(beda)}"


def _jangka_menengah(isi: IsiLaporan, terukur: Terukur) -> tuple[tuple[str, ...], TabelDokumen]:
    akhir = isi.daftar_tahun[-1]

    def sel(i: IndikatorLaporan) -> tuple[str, ...]:
        return (tulis_nilai(target_akhir(i, isi)) or KOSONG,
                tulis_nilai(realisasi_semua(i, isi, SETAHUN)) or KOSONG,
                tulis_persen(tingkat(i, isi, SETAHUN).nilai) or KOSONG)  # fmt: skip

    kolom = (*INDIKATOR, KolomTabel(f"Target Akhir Periode {akhir}", 11, TENGAH),
             KolomTabel(f"Realisasi s.d. {isi.tahun}", 11, TENGAH),
             KolomTabel("Tingkat Kemajuan", 10, TENGAH))  # fmt: skip
    catatan = (
        "Target dan realisasi beberapa tahun digabung menurut indikatornya: dijumlahkan, "
        "rata-rata, atau nilai terakhir."
    )
    judul = f"Realisasi s.d. Tahun {isi.tahun} terhadap Target Jangka Menengah"
    return (), TabelDokumen(judul, kolom, _baris(terukur, sel), catatan)


def _penyebab(isi: IsiLaporan) -> tuple[tuple[str, ...], TabelDokumen | None]:
    """Indicators of any level that somebody wrote a note about."""
    berisi = [
        (k, i)
        for k in isi.kotak
        for i in k.indikator
        if any(gabung_catatan([c], _CATATAN) for c in i.catatan.values())
    ]
    if not berisi:
        return ("Belum ada catatan faktor pendukung, hambatan, atau solusi.",), None

    def sel(i: IndikatorLaporan) -> tuple[str, ...]:
        catatan = [i.catatan[n] for n in sorted(i.catatan)]
        nilai = i.capaian_setahun(isi.tahun, isi.aturan).nilai
        return (tulis_persen(nilai) or KOSONG,
                *(gabung_catatan(catatan, (m,)) or KOSONG for m in _CATATAN))  # fmt: skip

    kolom = (*INDIKATOR, KolomTabel("Capaian", 8, TENGAH), KolomTabel("Faktor Pendukung", 16),
             KolomTabel("Hambatan", 16), KolomTabel("Solusi", 16),
             KolomTabel("Tindak Lanjut", 16))  # fmt: skip
    judul = "Penyebab Keberhasilan atau Kegagalan dan Solusinya"
    return (), TabelDokumen(judul, kolom, _baris(berisi, sel))


_CATATAN = ("faktor_pendukung", "hambatan", "solusi", "tindak_lanjut")


def banyak_tabel(bagian: Sequence[BagianDokumen]) -> Iterator[tuple[int, BagianDokumen]]:
    """Parts with the number of their table, 0 for none."""
    n = 0
    for satu in bagian:
        n += satu.tabel is not None
        yield (n if satu.tabel else 0), satu
