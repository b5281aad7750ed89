"""The sentences of an agreement: our own wording, in plain office words."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.bahan_perjanjian import PerjanjianSiap
from cascading.models import PerjanjianKinerja
from cascading.pilihan import SebabPerjanjian
from kinerja.aturan.tanggal import tanggal


def kalimat_pembuka(siap: PerjanjianSiap) -> str:
    if siap.pembuka:
        return " ".join(siap.pembuka)
    return (
        "Untuk mewujudkan pemerintahan yang berhasil guna, terbuka, dan dapat "
        "dipertanggungjawabkan, yang bertanda tangan di bawah ini:"
    )


def sebutan_pertama(siap: PerjanjianSiap) -> str:
    if siap.kedua is None:
        return "menyatakan hal-hal berikut."
    return "selanjutnya disebut PIHAK PERTAMA, dan"


def sebutan_kedua() -> str:
    return "atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA, bersepakat sebagai berikut."


def janji(siap: PerjanjianSiap) -> Iterator[str]:
    """One paragraph each: the pemda's own, else ours; what it changes is always said."""
    yield from siap.janji or _janji_baku(siap)
    p = siap.perjanjian
    if p.menggantikan is not None:
        yield _mengubah(p, p.menggantikan)


def _janji_baku(siap: PerjanjianSiap) -> Iterator[str]:
    p = siap.perjanjian
    siapa, kepada = ("PIHAK PERTAMA", "PIHAK PERTAMA") if siap.kedua else ("Saya", "saya")
    yield (
        f"{siapa} akan mencapai target kinerja tahun {p.tahun} yang tercantum dalam lampiran "
        "perjanjian ini, sebagai bagian dari target jangka menengah dalam dokumen perencanaan. "
        f"Tercapai atau tidaknya target itu menjadi tanggung jawab {kepada}."
    )
    if siap.kedua:
        yield (
            "PIHAK KEDUA membimbing dan mengawasi pelaksanaannya, menilai capaian kinerja dari "
            "perjanjian ini, dan menindaklanjuti hasilnya, termasuk untuk penghargaan dan sanksi."
        )


def _mengubah(p: PerjanjianKinerja, lama: PerjanjianKinerja) -> str:
    nomor = f" nomor {lama.nomor}" if lama.nomor else ""
    sebut = f"{lama.judul}{nomor} tanggal {tanggal(lama.tanggal)}" if lama.tanggal else lama.judul
    if p.sebab == SebabPerjanjian.PEJABAT_BARU:
        return f"Perjanjian ini berlaku sejak pejabat berganti dan melanjutkan {sebut}."
    return f"Perjanjian ini mengubah {sebut}; nilai semula dan menjadi tercantum dalam lampiran."
