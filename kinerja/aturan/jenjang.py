"""Which jenjang may hang under which, and where money stands."""

from __future__ import annotations

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import JenisKlaim, JenisPohon, Jenjang

INDUK_SAH: dict[str, dict[str, frozenset[str]]] = {
    JenisPohon.RPJMD: {
        Jenjang.VISI: frozenset({Jenjang.AKAR}),
        Jenjang.MISI: frozenset({Jenjang.AKAR, Jenjang.VISI}),
        Jenjang.TUJUAN: frozenset({Jenjang.AKAR, Jenjang.MISI}),
        Jenjang.SASARAN: frozenset({Jenjang.TUJUAN}),
    },
    JenisPohon.CASCADING: {
        Jenjang.VISI: frozenset({Jenjang.AKAR}),
        Jenjang.MISI: frozenset({Jenjang.AKAR, Jenjang.VISI}),
        Jenjang.TUJUAN: frozenset({Jenjang.AKAR, Jenjang.MISI}),
        Jenjang.SASARAN: frozenset({Jenjang.TUJUAN}),
        # At the root a program is finding Q12 until a sasaran takes it.
        Jenjang.PROGRAM: frozenset({Jenjang.AKAR, Jenjang.SASARAN}),
        Jenjang.KEGIATAN: frozenset({Jenjang.PROGRAM}),
        Jenjang.SUB_KEGIATAN: frozenset({Jenjang.KEGIATAN}),
        Jenjang.AKTIVITAS: frozenset({Jenjang.SUB_KEGIATAN}),
    },
    JenisPohon.POHON_KINERJA: {
        Jenjang.KONDISI: frozenset({Jenjang.AKAR, Jenjang.KONDISI}),
    },
}

TAHUN_SUB_KEGIATAN = 2021
"""First budget year whose nomenklatur has sub kegiatan; before it money stands on kegiatan."""


def label(jenjang: str) -> str:
    """The level as read on screen; the hidden root reads "dokumen"."""
    if jenjang == Jenjang.AKAR:
        return "dokumen"
    return str(Jenjang(jenjang).label) if jenjang in Jenjang.values else jenjang


def jenjang_sah(jenis_pohon: str) -> tuple[str, ...]:
    """The levels a document of this kind may hold, from the top."""
    return tuple(INDUK_SAH[jenis_pohon])


def anak_sah(jenis_pohon: str, jenjang_induk: str) -> tuple[str, ...]:
    """The levels that may be added under a simpul of ``jenjang_induk``."""
    return tuple(j for j, induk in INDUK_SAH[jenis_pohon].items() if jenjang_induk in induk)


def jenjang_pertama(jenis_pohon: str) -> tuple[str, ...]:
    """The levels that may stand at the top, the one a document usually begins with first."""
    sah = anak_sah(jenis_pohon, Jenjang.AKAR)
    lazim = Jenjang.VISI if jenis_pohon == JenisPohon.RPJMD else Jenjang.TUJUAN
    return tuple(sorted(sah, key=lambda j: j != lazim))


def periksa_induk(jenis_pohon: str, jenjang: str, jenjang_induk: str) -> list[Temuan]:
    """A simpul may stand only under the levels its kind of document allows."""
    sah = INDUK_SAH[jenis_pohon].get(jenjang)
    if sah is None:
        pesan = f"{label(jenjang)} tidak dikenal dalam dokumen {JenisPohon(jenis_pohon).label}."
        return [Temuan(kode="JENJANG_TIDAK_SAH", pesan=pesan)]
    if jenjang_induk in sah:
        return []
    boleh = " atau ".join(label(j) for j in Jenjang.values if j in sah)
    pesan = (
        f"{label(jenjang)} tidak boleh berada di bawah {label(jenjang_induk)}; "
        f"pilih induk berjenjang {boleh}."
    )
    return [Temuan(kode="INDUK_TIDAK_SAH", pesan=pesan)]


def jenjang_pagu(tahun: int) -> str:
    """The level that holds money in a budget year."""
    return Jenjang.SUB_KEGIATAN if tahun >= TAHUN_SUB_KEGIATAN else Jenjang.KEGIATAN


def periksa_pagu(jenjang: str, tahun: int) -> list[Temuan]:
    """Pagu stands on the lowest level of the nomenklatur only; above it amounts are claims."""
    if jenjang == jenjang_pagu(tahun):
        return []
    pesan = (
        f"Pagu {tahun} hanya diisi pada {label(jenjang_pagu(tahun))}; "
        f"angka pada {label(jenjang)} dicatat sebagai pagu tertulis."
    )
    return [Temuan(kode="PAGU_BUKAN_DI_SINI", pesan=pesan)]


def periksa_klaim(jenjang: str, tahun: int, jenis: str) -> list[Temuan]:
    """Where money stands its amount is no claim; a ceiling (INDIKATIF) may stand anywhere."""
    if jenis != JenisKlaim.PAGU or jenjang != jenjang_pagu(tahun):
        return []
    pesan = f"{label(jenjang)} memegang pagu {tahun} itu sendiri; isi angkanya sebagai pagu."
    return [Temuan(kode="KLAIM_BUKAN_DI_SINI", pesan=pesan)]
