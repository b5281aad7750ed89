"""What a planner says about the columns of a table: the text of a head, and the key it stands for.

A mapping (``Peta``) has ``kunci_judul`` of a head on the left and a public column key on the right
(``program_kinerja``, ``target_2025``, see the contract of the import); "" leaves the column out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.aturan.jenjang import label
from kinerja.aturan.teks import kunci
from kinerja.impor.tajuk_kata import JENJANG
from kinerja.impor.tajuk_tafsir import URAIAN_ATAS, Tafsir

Peta = Mapping[str, str]
TIDAK_DIMUAT = ""
BERTAHUN = {"target": "Target", "pagu": "Pagu", "baseline": "Kondisi awal"}
LEPAS = {
    "no": "Nomor", "kode": "Kode", "nama": "Uraian (nama semua jenjang)",
    "kinerja": "Sasaran atau kinerja baris itu", "indikator": "Indikator", "satuan": "Satuan",
    "formulasi": "Formulasi indikator", **BERTAHUN, "unit": "Unit", "sumber_dana": "Sumber dana",
    "lokasi": "Lokasi", "pengampu": "Pengampu", "opd": "Perangkat daerah penanggung jawab",
    "unggulan": "Program unggulan", "ket": "Keterangan", "kondisi": "Kondisi",
    "kinerja_utama": "Kinerja utama", "jabatan": "Jabatan", "level": "Jenjang baris itu",
    "id": "Nomor kotak", "induk": "Nomor kotak induk",
}  # fmt: skip
PER_JENJANG = {
    "nama": "nama", "kinerja": "sasaran atau kinerja", "kode": "kode", "indikator": "indikator",
    "formulasi": "formulasi", "satuan": "satuan", "target": "target", "pagu": "pagu",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KolomTampil:
    """A column as the preview lists it: its letter, head, first value, and the key it is read as
    ("" when it is not loaded). ``dikenal``: its head says something that is left out on purpose.
    """

    huruf: str
    judul: str
    contoh: str
    kunci: str
    dikenal: bool = True


def kunci_judul(judul: str) -> str:
    """What a head is remembered by: its letters and digits."""
    return kunci(judul)


def tafsir_kunci(kunci_kolom: str) -> Tafsir:
    """A public column key as the reading of a head. Raises ValueError when there is no such key."""
    dasar, _, tahun = kunci_kolom.rpartition("_")
    if dasar and tahun.isdecimal():
        medan, jenjang = _pisah(dasar)
        if medan in BERTAHUN and len(tahun) == 4:
            return Tafsir(medan=medan, jenjang=jenjang, tahun=int(tahun), tersurat=True)
        raise ValueError(kunci_kolom)
    if kunci_kolom == TIDAK_DIMUAT:
        return Tafsir()
    medan, jenjang = _pisah(kunci_kolom)
    return Tafsir(medan=medan, jenjang=jenjang, tersurat=True)


def _pisah(kunci_kolom: str) -> tuple[str, tuple[str, ...]]:
    if kunci_kolom in LEPAS:
        return kunci_kolom, ()
    for jenjang in JENJANG:
        medan = kunci_kolom.removeprefix(f"{jenjang}_")
        if medan != kunci_kolom and medan in PER_JENJANG:
            kalimat = medan == "nama" and jenjang in URAIAN_ATAS  # their text is a sentence
            return ("kinerja" if kalimat else medan), (jenjang,)
    raise ValueError(kunci_kolom)


def pilihan_kunci(daftar_tahun: Iterable[int]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every key that a column may be mapped to, in groups as a select prints them."""
    tahun = [(f"{m}_{t}", f"{kata} {t}") for t in daftar_tahun for m, kata in BERTAHUN.items()]
    jenjang = [
        (
            label(j.upper()),
            [(f"{j}_{m}", f"{label(j.upper())}: {kata}") for m, kata in _medan_jenjang(j).items()],
        )
        for j in JENJANG
    ]
    umum = [("Umum", list(LEPAS.items())), ("Menurut tahun", tahun)]
    return [satu for satu in [*umum, *jenjang] if satu[1]]


def _medan_jenjang(jenjang: str) -> dict[str, str]:
    """Of visi to sasaran there is a sentence, no name and no money."""
    tanpa = ("nama", "pagu", "kode") if jenjang in URAIAN_ATAS else ()
    return {m: kata for m, kata in PER_JENJANG.items() if m not in tanpa}


def sebutan_kunci(kunci_kolom: str) -> str:
    """A key in words: "Sub kegiatan: target 2025"."""
    if kunci_kolom == TIDAK_DIMUAT:
        return "Jangan dimuat"
    t = tafsir_kunci(kunci_kolom)
    tahun = f" {t.tahun}" if t.tahun else ""
    if not t.jenjang:
        return f"{LEPAS[t.medan]}{tahun}"
    return f"{label(t.jenjang[0].upper())}: {PER_JENJANG[t.medan]}{tahun}"


def kunci_sah(kunci_kolom: str) -> bool:
    """Whether a key is one that a mapping may name."""
    try:
        tafsir_kunci(kunci_kolom)
    except ValueError:
        return False
    return True
