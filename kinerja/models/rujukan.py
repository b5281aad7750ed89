"""What rows refer to: it must be there when they come, and nothing may need them when they go."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from kinerja.aturan.jenjang import periksa_klaim, periksa_pagu
from kinerja.aturan.temuan import Temuan
from kinerja.models.indikator import Indikator
from kinerja.models.jabatan import Jabatan
from kinerja.models.keanggotaan import Keanggotaan
from kinerja.models.nomenklatur import Nomenklatur
from kinerja.models.pemda import PerangkatDaerah, Unit
from kinerja.models.perubahan import Perubahan, baca_baris, beda
from kinerja.models.realisasi import Realisasi, RealisasiAnggaran
from kinerja.models.simpul import Label, Simpul
from kinerja.models.tabel_pohon import BARIS, TABEL_INDIKATOR
from kinerja.pilihan import JenisPohon

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

NAMA = {
    "unit_id": "Unit",
    "nomenklatur_id": "Baris nomenklatur",
    "mendukung_id": "Kotak RPJMD yang didukung",
    "label": "Label",
    "pengampu": "Perangkat daerah pengampu",
    "penugasan": "Jabatan",
    "penanggung_jabatan": "Jabatan penanggung jawab",
    "penanggung_lembaga": "Perangkat daerah penanggung jawab",
}


def _pilihan(pohon: Pohon) -> dict[str, Callable[[], QuerySet[Any]]]:
    """What a row of this document may name, by field or table."""
    lembaga = pohon.perangkat_daerah
    pemda = lembaga.pemda_id or lembaga.pk
    serumah = Q(pohon__perangkat_daerah=pemda) | Q(pohon__perangkat_daerah__pemda=pemda)
    rpjmd = serumah & Q(pohon__jenis=JenisPohon.RPJMD) & ~Q(pohon=pohon)
    return {
        "unit_id": lambda: Unit.objects.filter(perangkat_daerah=lembaga),
        "nomenklatur_id": Nomenklatur.objects.all,
        "mendukung_id": lambda: Simpul.objects.tampak().filter(rpjmd),
        "label": lambda: Label.objects.filter(perangkat_daerah__in=[lembaga.pk, pemda]),
        "pengampu": PerangkatDaerah.objects.all,
        "penugasan": lambda: Jabatan.objects.filter(perangkat_daerah=lembaga),
        "penanggung_jabatan": lambda: Jabatan.objects.filter(perangkat_daerah=lembaga),
        "penanggung_lembaga": lambda: PerangkatDaerah.objects.filter(Q(pk=pemda) | Q(pemda=pemda)),
    }


def periksa_acuan(pohon: Pohon, daftar: Sequence[Perubahan]) -> list[Temuan]:
    """Everything that the changed rows newly name is there, and theirs to name."""
    disebut: dict[str, set[Any]] = {nama: set() for nama in NAMA}
    for p in daftar:
        if p.sesudah is not None and p.jenis in disebut:
            disebut[p.jenis].add(p.kunci[1])
        elif p.sesudah is not None and p.jenis == "simpul":
            for medan, nilai in beda(p).items():
                if medan in disebut and nilai is not None:
                    disebut[medan].add(nilai)
    pilihan = _pilihan(pohon)
    return [
        Temuan(
            kode="ACUAN_HILANG",
            pesan=f"{NAMA[nama]} yang dirujuk sudah dihapus atau bukan untuk dokumen ini; "
            "pilih yang lain.",
        ).di(medan=nama)
        for nama, kunci in disebut.items()
        if kunci and not _semua_ada(pilihan[nama](), kunci)
    ]


def _semua_ada(pilihan: QuerySet[Any], kunci: set[Any]) -> bool:
    if not all(isinstance(k, int) for k in kunci):
        return False
    return pilihan.filter(pk__in=kunci).count() == len(kunci)


def periksa_indikator_induk(
    pohon: Pohon, daftar: Sequence[Perubahan], induk: Mapping[str, str | None]
) -> list[Temuan]:
    """A box serves an indicator of its own parent; ``induk`` is the parent after the change."""
    pasang = {
        p.kunci[0]: beda(p)["indikator_induk"]
        for p in daftar
        if p.jenis == "simpul" and beda(p).get("indikator_induk")
    }
    if not pasang:
        return []
    uid = {u for u in pasang.values() if uid_sah(u)}
    milik = Indikator.objects.filter(pohon=pohon, uid__in=uid).values_list("uid", "simpul__uid")
    pemilik = {str(u): str(s) for u, s in milik}
    for p in daftar:
        if p.jenis == "indikator" and (p.sesudah is None or "simpul" in p.sesudah):
            pemilik[p.kunci[0]] = (p.sesudah or {}).get("simpul", "")
    pesan = "Yang didukung harus indikator dari induknya; pilih salah satu indikator induk itu."
    return [
        Temuan(kode="INDIKATOR_INDUK_ASING", pesan=pesan).di(simpul=s, medan="indikator_induk")
        for s, indikator in pasang.items()
        if pemilik.get(indikator) != induk[s]
    ]


def uid_sah(teks: Any) -> bool:
    try:
        uuid.UUID(teks)
    except (ValueError, AttributeError, TypeError):
        return False
    return True


def periksa_pergi(pohon: Pohon, daftar: Sequence[Perubahan]) -> list[Temuan]:
    """What hangs on rows that go, or still points at them, without being part of the change."""
    simpul = _kunci(p for p in daftar if p.jenis == "simpul" and p.sesudah is None)
    indikator = _kunci(p for p in daftar if p.jenis == "indikator" and p.sesudah is None)
    pindah = _kunci(p for p in daftar if p.jenis == "indikator" and "simpul" in beda(p))
    temuan: list[Temuan] = []
    if simpul:
        temuan += _sisa(pohon, daftar, tuple(BARIS), simpul)
        temuan += [*_didukung(pohon, simpul), *_cabang(pohon, simpul)]
    if indikator:
        temuan += _sisa(pohon, daftar, TABEL_INDIKATOR, indikator)
    if simpul | indikator:
        temuan += _berrealisasi(pohon, simpul, indikator)
    if indikator | pindah:
        temuan += _indikator_dirujuk(pohon, daftar, indikator | pindah)
    return temuan


def _berrealisasi(pohon: Pohon, simpul: set[str], indikator: set[str]) -> list[Temuan]:
    """What was measured stays: values stand beside the document and don't come back by undo."""
    nilai = Realisasi.objects.filter(indikator__pohon=pohon, indikator__uid__in=indikator)
    uang = RealisasiAnggaran.objects.filter(simpul__pohon=pohon, simpul__uid__in=simpul)
    if not ((indikator and nilai.exists()) or (simpul and uang.exists())):
        return []
    pesan = "Realisasinya sudah diisi; kosongkan dahulu di Pengukuran, baru hapus."
    return [Temuan(kode="SUDAH_DIUKUR", pesan=pesan)]


def _kunci(daftar: Iterable[Perubahan]) -> set[str]:
    return {p.kunci[0] for p in daftar}


def _sisa(
    pohon: Pohon, daftar: Sequence[Perubahan], tabel: Sequence[str], pergi: set[str]
) -> list[Temuan]:
    """Rows that hang on what goes but are not named in the change."""
    for jenis in tabel:
        disebut = {p.kunci for p in daftar if p.jenis == jenis and p.sesudah is None}
        if tabel == tuple(BARIS):
            ada = set(baca_baris(pohon, jenis, simpul=pergi))
        else:
            ada = {k for k in baca_baris(pohon, jenis, kunci=pergi) if k[0] in pergi}
        if sisa := len(ada - disebut):
            pesan = (
                f"Sesudah itu {jenis} ditambahkan di sini ({sisa} baris); "
                "hapus atau batalkan yang lebih baru dahulu."
            )
            return [Temuan(kode="MASIH_ADA_ISI", pesan=pesan)]
    return []


def _didukung(pohon: Pohon, pergi: set[str]) -> list[Temuan]:
    pendukung = Simpul.objects.filter(mendukung__pohon=pohon, mendukung__uid__in=pergi)
    luar = pendukung.select_related("pohon__perangkat_daerah").order_by("pk").first()
    if luar is None:
        return []
    pesan = f"Masih didukung oleh “{luar.sebutan[:80]}” ({luar.pohon.perangkat_daerah})."
    return [Temuan(kode="MASIH_DIDUKUNG", pesan=pesan)]


def _cabang(pohon: Pohon, pergi: set[str]) -> list[Temuan]:
    """A role narrowed to a branch needs its box."""
    daftar = Keanggotaan.objects.filter(cabang__pohon=pohon, cabang__uid__in=pergi)
    satu = daftar.select_related("pengguna", "cabang").order_by("pk").first()
    if satu is None or satu.cabang is None:
        return []
    pesan = (
        f"“{satu.cabang.sebutan[:80]}” masih menjadi cabang tugas {satu.pengguna}; "
        "minta admin mencabut peran itu dahulu."
    )
    return [Temuan(kode="MASIH_DIRUJUK", pesan=pesan)]


def _indikator_dirujuk(pohon: Pohon, daftar: Sequence[Perubahan], pergi: set[str]) -> list[Temuan]:
    ikut = _kunci(p for p in daftar if p.jenis == "simpul"
                  and (p.sesudah is None or "indikator_induk" in beda(p)))  # fmt: skip
    rujuk = Simpul.objects.filter(pohon=pohon, indikator_induk__uid__in=pergi)
    satu = next((s for s in rujuk.order_by("lft") if str(s.uid) not in ikut), None)
    if satu is None:
        return []
    pesan = f"Masih didukung oleh “{satu.sebutan[:80]}”; lepaskan rujukannya dahulu."
    return [Temuan(kode="MASIH_DIRUJUK", pesan=pesan)]


def periksa_uang_jenjang(pohon: Pohon, daftar: Sequence[Perubahan]) -> list[Temuan]:
    """Money and claims that stand on a box may forbid it another level."""
    jenjang = {
        p.kunci[0]: p.sesudah["jenjang"]
        for p in daftar
        if p.jenis == "simpul" and p.sebelum and p.sesudah and "jenjang" in beda(p)
    }
    if not jenjang:
        return []
    pergi = {(p.jenis, p.kunci) for p in daftar if p.sesudah is None}
    pagu, klaim = (
        [k for k in baca_baris(pohon, jenis, simpul=jenjang) if (jenis, k) not in pergi]
        for jenis in ("pagu", "klaim")
    )
    salah = [t for k in pagu for t in periksa_pagu(jenjang[k[0]], k[1])]
    salah += [t for k in klaim for t in periksa_klaim(jenjang[k[0]], k[1], k[3])]
    if not salah:
        return []
    pesan = "Jenjang kotak yang berpagu tidak dapat diganti begitu; hapus angkanya dahulu."
    return [Temuan(kode="MASIH_BERPAGU", pesan=pesan).di(medan="jenjang")]
