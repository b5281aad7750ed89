"""Checks of Tahap 1 to 4: items, conditions, and what they are tied to."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.aturan.penjenjangan.isi import IsiPenjenjangan, Kondisi, dengan_atas, telusur
from cascading.aturan.penjenjangan.susun import daftar_csf, kolom_tahap1
from cascading.aturan.penjenjangan.temuan import TemuanTahap, catat, sebut
from cascading.pilihan import TahapPenjenjangan as T
from kinerja.aturan.temuan import Tingkat
from kinerja.pilihan import Jenjang, PeranKondisi

URUTAN = (Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
MENJADI = {
    PeranKondisi.OUTCOME: (Jenjang.TUJUAN,),
    PeranKondisi.CSF: (Jenjang.SASARAN,),
    PeranKondisi.KONDISI_ANTARA: (Jenjang.PROGRAM, Jenjang.KEGIATAN),
    PeranKondisi.KONDISI_OPERASIONAL: (Jenjang.SUB_KEGIATAN, Jenjang.AKTIVITAS),
}
"""What a condition of each role becomes in the plan."""


def periksa_tahap1(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    if not any(k.peran == PeranKondisi.OUTCOME for k in telusur(isi.kondisi)):
        pesan = "Belum ada outcome; di pohon kinerja, beri peran outcome pada kondisi paling atas."
        yield catat(T.TAHAP_1, "OUTCOME_TIDAK_ADA", pesan, tingkat=Tingkat.GALAT)
    for kolom in kolom_tahap1(isi):
        if not kolom.butir:
            pesan = f"Kolom “{kolom.judul}” belum berisi; tambahkan paling sedikit satu butir."
            yield catat(T.TAHAP_1, "KOLOM_KOSONG", pesan)
        dilihat: set[str] = set()
        for butir in kolom.butir:
            teks = rata(butir.teks)
            if teks in dilihat:
                pesan = (
                    f"{sebut(butir.teks)} tertulis dua kali di kolom “{kolom.judul}”; hapus satu."
                )
                yield catat(T.TAHAP_1, "BUTIR_KEMBAR", pesan)
            dilihat.add(teks)


def periksa_tahap2(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    if not daftar_csf(isi):
        pesan = "Belum ada CSF; beri peran CSF pada kondisi di bawah outcome."
        yield catat(T.TAHAP_2, "CSF_TIDAK_ADA", pesan, tingkat=Tingkat.GALAT)
    for atas, kondisi in dengan_atas(isi.kondisi):
        if kondisi.peran == PeranKondisi.OUTCOME and not _ada_csf(kondisi) and daftar_csf(isi):
            pesan = "Outcome ini belum punya CSF; tambahkan kondisi penentunya di bawahnya."
            yield catat(T.TAHAP_2, "OUTCOME_TANPA_CSF", pesan, kondisi.uid)
        if kondisi.peran == PeranKondisi.CSF and not any(
            k.peran == PeranKondisi.OUTCOME for k in atas
        ):
            pesan = (
                "CSF ini tidak berada di bawah outcome; pindahkan ke outcome yang ditentukannya."
            )
            yield catat(T.TAHAP_2, "CSF_LEPAS", pesan, kondisi.uid)


def periksa_tahap3(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    for kondisi in telusur(isi.kondisi):
        yield from _periksa_susunan(kondisi)
        for lain in kondisi.varian:
            pesan = (
                f"Dokumen sumber juga menulis: {sebut(lain)}. Yang tercetak adalah isi kotaknya."
            )
            yield catat(T.TAHAP_3, "VARIAN_SUMBER", pesan, kondisi.uid, Tingkat.INFO)


def _periksa_susunan(kondisi: Kondisi) -> Iterator[TemuanTahap]:
    if not kondisi.peran:
        pesan = "Peran kondisi ini belum ditentukan, jadi tahapnya tidak diketahui; pilih perannya."
        yield catat(T.TAHAP_3, "PERAN_KOSONG", pesan, kondisi.uid)
    if kondisi.peran == PeranKondisi.CSF and not kondisi.anak:
        pesan = "CSF ini belum diuraikan; tambahkan kondisi yang diperlukannya."
        yield catat(T.TAHAP_3, "CSF_TANPA_KONDISI", pesan, kondisi.uid)
    if kondisi.peran == PeranKondisi.KONDISI_ANTARA and not kondisi.anak:
        pesan = (
            "Kondisi antara ini belum sampai kondisi operasional; uraikan lagi, atau ubah perannya."
        )
        yield catat(T.TAHAP_3, "BELUM_OPERASIONAL", pesan, kondisi.uid)
    if kondisi.peran == PeranKondisi.KONDISI_OPERASIONAL and kondisi.anak:
        pesan = "Kondisi operasional ini masih punya turunan; ubah perannya menjadi kondisi antara."
        yield catat(T.TAHAP_3, "OPERASIONAL_BERTURUNAN", pesan, kondisi.uid)
    if len(kondisi.anak) == 1:
        pesan = (
            f"Hanya satu kondisi di bawahnya, {sebut(kondisi.anak[0].teks)}; periksa apakah itu "
            "memang cukup, atau ada yang terlewat."
        )
        yield catat(T.TAHAP_3, "SATU_TURUNAN", pesan, kondisi.uid, Tingkat.INFO)


def periksa_tahap4(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    atas_komponen = {k.uid: {a.uid for a in atas} for atas, k in dengan_atas(isi.komponen)}
    for atas, kondisi in dengan_atas(isi.kondisi):
        yield from _periksa_ukuran(kondisi)
        yield from _periksa_tautan(kondisi, atas[-1] if atas else None, atas_komponen)


def _periksa_ukuran(kondisi: Kondisi) -> Iterator[TemuanTahap]:
    if not kondisi.indikator:
        pesan = "Kondisi ini belum punya indikator; tambahkan paling sedikit satu."
        yield catat(T.TAHAP_4, "TANPA_INDIKATOR", pesan, kondisi.uid)
    for ukuran in kondisi.indikator:
        if rata(ukuran.teks) == rata(kondisi.teks):
            pesan = "Indikatornya sama dengan kalimat kondisinya; tulis ukuran, bukan keadaannya."
            yield catat(T.TAHAP_4, "INDIKATOR_SAMA", pesan, kondisi.uid)


def _periksa_tautan(
    kondisi: Kondisi, atas: Kondisi | None, atas_komponen: dict[str, set[str]]
) -> Iterator[TemuanTahap]:
    if not kondisi.komponen:
        apa = "" if kondisi.anak else " Tanpa itu tidak ada baris dan pagunya di Tahap 5."
        pesan = (
            f"Kondisi ini belum menjadi komponen cascading; hubungkan, atau buat komponennya.{apa}"
        )
        kode = "KONDISI_TANPA_KOMPONEN" if kondisi.anak else "DAUN_TANPA_TAUTAN"
        yield catat(T.TAHAP_4, kode, pesan, kondisi.uid)
        return
    sah = MENJADI.get(PeranKondisi(kondisi.peran), ()) if kondisi.peran else URUTAN
    for k in kondisi.komponen:
        if k.jenjang not in sah:
            pesan = (
                f"{PeranKondisi(kondisi.peran).label} ini dihubungkan dengan "
                f"{Jenjang(k.jenjang).label.lower()} {sebut(k.sebutan)}; biasanya menjadi "
                f"{' atau '.join(j.label.lower() for j in sah)}. Periksa peran dan tautannya."
            )
            yield catat(T.TAHAP_4, "JENJANG_LAIN", pesan, kondisi.uid)
    if atas is not None and atas.komponen:
        yield from _periksa_letak(kondisi, atas, atas_komponen)


def _periksa_letak(
    kondisi: Kondisi, atas: Kondisi, atas_komponen: dict[str, set[str]]
) -> Iterator[TemuanTahap]:
    """A component below none of those of the condition above; a level that was passed over."""
    di_atas = {k.uid for k in atas.komponen}
    for k in kondisi.komponen:
        if not di_atas & atas_komponen.get(k.uid, set()):
            pesan = (
                f"{Jenjang(k.jenjang).label} {sebut(k.sebutan)} di cascading tidak berada di bawah "
                f"{sebut(atas.komponen[0].sebutan)}; samakan letaknya, atau betulkan tautannya."
            )
            yield catat(T.TAHAP_4, "LETAK_LAIN", pesan, kondisi.uid)
        elif _lompat(atas, k.jenjang):
            pesan = (
                f"Dari {Jenjang(atas.komponen[0].jenjang).label.lower()} langsung ke "
                f"{Jenjang(k.jenjang).label.lower()} {sebut(k.sebutan)}; tambahkan kondisi untuk "
                "jenjang yang terlewat."
            )
            yield catat(T.TAHAP_4, "JENJANG_MELOMPAT", pesan, kondisi.uid)


def _lompat(atas: Kondisi, jenjang: str) -> bool:
    """More than one level between a component and all of the condition above."""
    if jenjang not in URUTAN:
        return False
    asal = [URUTAN.index(Jenjang(k.jenjang)) for k in atas.komponen if k.jenjang in URUTAN]
    return bool(asal) and URUTAN.index(Jenjang(jenjang)) - max(asal) > 1


def _ada_csf(kondisi: Kondisi) -> bool:
    return any(k.peran == PeranKondisi.CSF for k in telusur(kondisi.anak))


def rata(teks: str) -> str:
    """For comparing: letters and spaces put in order."""
    return " ".join(teks.casefold().split())
