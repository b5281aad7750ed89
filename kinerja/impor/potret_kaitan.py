"""What a document is tied to, as a plan sees it: other agencies, labels, the RPJMD above it."""

from __future__ import annotations

import re

from django.db.models import Q

from kinerja.aturan.teks import kunci
from kinerja.models import Jabatan, Label, PerangkatDaerah, Periode, Pohon, Simpul, SimpulLabel
from kinerja.models.perubahan import Kunci, baca_baris
from kinerja.pilihan import JenisPohon, Jenjang

PISAH = re.compile(r"\s*[;\n]\s*")
"""Between several agencies in one cell."""


def kaitan(pohon: Pohon) -> dict[str, set[Kunci]]:
    """Ties of the boxes by table: (uid, agency), (uid, replaced uid), (uid, (kind, name))."""
    label = SimpulLabel.objects.filter(simpul__pohon=pohon)
    return {
        "pengampu": set(baca_baris(pohon, "pengampu")),
        "penggantian": set(baca_baris(pohon, "penggantian")),
        "label": {
            (str(uid), (jenis, kunci(nama)))
            for uid, jenis, nama in label.values_list("simpul__uid", "label__jenis", "label__nama")
        },
    }


def nama_ikatan(pohon: Pohon) -> dict[str, dict[int, str]]:
    """Positions and labels of the agency, agencies of the pemda and those that boxes name."""
    lembaga = pohon.perangkat_daerah
    pemda = lembaga.pemda_id or lembaga.pk
    jabatan = Jabatan.objects.filter(perangkat_daerah=lembaga).order_by("pk")
    label = Label.objects.filter(perangkat_daerah__in=(lembaga.pk, pemda)).order_by("pk")
    milik = Q(pemda=pemda) | Q(baris_diampu__simpul__pohon=pohon)
    dinas = PerangkatDaerah.objects.filter(milik).order_by("pk").distinct()
    return {
        "penugasan": dict(jabatan.values_list("pk", "nama")),
        "pengampu": dict(dinas.values_list("pk", "nama")),
        "label": {pk: f"{j}: {n}" for pk, j, n in label.values_list("pk", "jenis", "nama")},
    }


def lembaga_pemda(perangkat_daerah: PerangkatDaerah) -> dict[str, int]:
    """Every agency of the pemda by its name; a name that two of them have is nobody's."""
    pemda = perangkat_daerah.pemda_id or perangkat_daerah.pk
    semua = PerangkatDaerah.objects.filter(Q(pk=pemda) | Q(pemda=pemda)).order_by("pk")
    nama: dict[str, list[int]] = {}
    for pk, satu in semua.values_list("pk", "nama"):
        nama.setdefault(kunci(satu), []).append(pk)
    return {satu: daftar[0] for satu, daftar in nama.items() if len(daftar) == 1}


def rpjmd(perangkat_daerah: PerangkatDaerah, periode: Periode) -> dict[Kunci, int]:
    """Tujuan and sasaran of the pemda's RPJMD whose periode overlaps; the last edition counts."""
    pemda = perangkat_daerah.pemda_id or perangkat_daerah.pk
    daftar = Simpul.objects.filter(
        Q(pohon__perangkat_daerah=pemda) | Q(pohon__perangkat_daerah__pemda=pemda),
        pohon__jenis=JenisPohon.RPJMD,
        pohon__periode__tahun_awal__lte=periode.tahun_akhir,
        pohon__periode__tahun_akhir__gte=periode.tahun_awal,
        jenjang__in=(Jenjang.TUJUAN, Jenjang.SASARAN),
    ).order_by("pohon__edisi", "pohon_id", "lft")
    hasil: dict[Kunci, int] = {}
    tujuan: dict[int, str] = {}
    for pk, induk, jenjang, kinerja in daftar.values_list("pk", "induk_id", "jenjang", "kinerja"):
        if jenjang == Jenjang.TUJUAN:
            tujuan[pk] = kunci(kinerja)
            hasil[(tujuan[pk],)] = pk
        elif induk in tujuan:
            hasil[tujuan[induk], kunci(kinerja)] = pk
    return hasil
