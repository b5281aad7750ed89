"""Is a tree whole, and how it is mended: parents are the truth, lft/rght are derived."""

from __future__ import annotations

from django.db import transaction

from kinerja.models.pohon import Pohon
from kinerja.models.simpul import Simpul
from kinerja.models.susunan import Susunan


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


def perbaiki_susunan(pohon: Pohon) -> None:
    """Number the document anew from its parents, under the document's lock."""
    with transaction.atomic():
        terkunci = Pohon.objects.select_for_update().get(pk=pohon.pk)
        susunan = Susunan(terkunci)
        nomor = susunan.nomori()
        objek = [
            Simpul(pk=t.pk, lft=nomor[u][0], rght=nomor[u][1], level=nomor[u][2],
                   tree_id=susunan.tree_id)
            for u, t in susunan.titik.items()
        ]  # fmt: skip
        Simpul._base_manager.bulk_update(objek, ["lft", "rght", "level", "tree_id"], batch_size=300)
