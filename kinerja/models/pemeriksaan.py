"""Is a tree whole, and how it is mended: parents are the truth, lft/rght are derived."""

from __future__ import annotations

from django.db import transaction

from kinerja.models.pohon import Pohon
from kinerja.models.simpul import Simpul
from kinerja.models.susunan import Susunan
from kinerja.pilihan import StatusPohon


def periksa_susunan(pohon: Pohon) -> list[str]:
    """What is wrong with lft, rght, level, tree_id of a document (empty = whole)."""
    daftar = list(
        Simpul.objects.filter(pohon=pohon).order_by("lft", "pk").values_list(
            "pk", "induk_id", "lft", "rght", "level", "tree_id"
        )
    )  # fmt: skip
    masalah = []
    if [n for n, (_, induk, *_) in enumerate(daftar) if induk is None] != [0]:
        masalah.append("akar tidak tepat satu atau bukan yang pertama")
    if sorted(x for _, _, lft, rght, *_ in daftar for x in (lft, rght)) != list(
        range(1, 2 * len(daftar) + 1)
    ):
        masalah.append("lft dan rght bukan permutasi 1..2n")
    if len({tree for *_, tree in daftar}) > 1:
        masalah.append("lebih dari satu tree_id")
    tree_id = daftar[0][5] if daftar else None
    if Simpul.objects.filter(tree_id=tree_id).exclude(pohon=pohon).exists():
        masalah.append("tree_id dipakai dokumen lain")
    return masalah + _periksa_sarang(daftar)


def _periksa_sarang(daftar: list[tuple]) -> list[str]:
    """Walk in lft order with a stack: the open node must be the parent, one level up."""
    masalah: list[str] = []
    terbuka: list[tuple[int, int]] = []
    for pk, induk, lft, rght, level, _ in daftar:
        while terbuka and terbuka[-1][1] < lft:
            terbuka.pop()
        sarang = terbuka[-1][0] if terbuka else None
        if sarang != induk:
            masalah.append(f"simpul {pk}: bersarang di {sarang}, induknya {induk}")
        if level != len(terbuka):
            masalah.append(f"simpul {pk}: level {level}, seharusnya {len(terbuka)}")
        terbuka.append((pk, rght))
    return masalah


def perbaiki_susunan(pohon: Pohon) -> list[str]:
    """Number the document anew from its parents, under its lock; answers why it can't."""
    with transaction.atomic():
        terkunci = Pohon.objects.terkunci(pohon.pk)
        if sebab := _tak_terperbaiki(terkunci):
            return sebab
        susunan = Susunan(terkunci)
        tingkat: dict[int, list[Simpul]] = {}
        for uid, (lft, rght, level) in susunan.nomori().items():
            simpul = Simpul(pk=susunan.titik[uid].pk, lft=lft, rght=rght, level=level,
                            tree_id=susunan.tree_id)  # fmt: skip
            tingkat.setdefault(level, []).append(simpul)
        for level in sorted(tingkat):  # a guard wants the parent's tree_id to be right first
            Simpul._base_manager.bulk_update(
                tingkat[level], ["lft", "rght", "level", "tree_id"], batch_size=300
            )
    return []


def _tak_terperbaiki(pohon: Pohon) -> list[str]:
    """Where the parents themselves are wrong, no numbering helps; an approved one is locked."""
    if pohon.status == StatusPohon.DISETUJUI:
        return ["dokumen sudah disetujui, susunannya terkunci"]
    milik = Simpul.objects.filter(pohon=pohon).values_list("pk", "induk_id").order_by("pk")
    anak: dict[int | None, list[int]] = {}
    for pk, induk in milik:
        anak.setdefault(induk, []).append(pk)
    if len(anak.get(None, [])) != 1:
        return ["tidak punya tepat satu akar"]
    tersambung = set()
    tumpukan = list(anak[None])
    while tumpukan:
        pk = tumpukan.pop()
        tersambung.add(pk)
        tumpukan += anak.get(pk, [])
    lepas = [str(pk) for pk, _ in milik if pk not in tersambung]
    return [f"tidak tersambung ke akar (induk melingkar): simpul {', '.join(lepas)}"] * bool(lepas)
