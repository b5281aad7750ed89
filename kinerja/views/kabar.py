"""What colleagues did since a page was drawn: its rows, its head and its findings anew."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from kinerja.akses import PermintaanMasuk
from kinerja.aturan.saring import Saring
from kinerja.lembar_pohon import Permintaan, catatan_simpul, lembar_pohon
from kinerja.models import Kehadiran, Pohon, Riwayat
from kinerja.perubahan_lembar import jawaban
from kinerja.saringan_pohon import Tautan
from kinerja.sekitar import Sekitar, sekitar

PERISTIWA_PALING_BANYAK = 200


def kabar_sejak(
    request: PermintaanMasuk, pohon: Pohon, minta: Permintaan, sejak: int, kotak: set[int]
) -> dict[str, Any]:
    """``kotak`` are boxes to draw anew in any case.

    Answers besides rows: ``oleh``, who else changed something; ``kepala`` and ``periksa``, the
    parts above the table; ``temuan``, the finding codes of every box that has some.
    """
    peristiwa = list(
        Riwayat.objects.filter(pohon=pohon, nomor__gt=sejak, nomor__lte=pohon.versi)
        .select_related("oleh")
        .order_by("nomor")[:PERISTIWA_PALING_BANYAK]
    )
    terlewat = pohon.versi - sejak > len(peristiwa)
    perubahan = [p for r in peristiwa for p in r.perubahan]
    lembar = lembar_pohon(pohon, minta)
    temuan = Tautan(Saring(), minta).temuan(lembar.saringan)
    context = {"pohon": pohon, "minta": minta, "lembar": lembar, "temuan": temuan}
    catatan = catatan_simpul(pohon, minta.tahun, minta.tahap).values()
    return jawaban(pohon, perubahan, minta, tambah=kotak, muat=terlewat) | {
        "oleh": sorted({str(r.oleh) for r in peristiwa if r.oleh_id != request.user.pk}),
        "kepala": render_to_string("kinerja/_keterangan_pohon.html", context, request),
        "periksa": render_to_string("kinerja/_periksa.html", context, request),
        "hanya_angka": minta.hanya_angka,
        "temuan": {c.pk: " ".join(c.kode) for c in catatan if c.temuan},
    }


def hadir(request: PermintaanMasuk, pohon: Pohon) -> Sekitar:
    """Whoever asks for news is here; answers what stands around the document now."""
    pada = timezone.now()
    Kehadiran.tandai(pohon, request.user, pada=pada)
    return sekitar(pohon, request.user, pada)


def kabar_sekitar(
    request: PermintaanMasuk, pohon: Pohon, minta: Permintaan, di_sini: Sekitar
) -> dict[str, Any]:
    """Its sign, the part beside the title, and the open comments by box."""
    context = {"pohon": pohon, "sekitar": di_sini, "tautan": Tautan(Saring(), minta)}
    html = render_to_string("kinerja/_sekitar.html", context, request)
    return {"tanda": di_sini.tanda, "html": html, "komentar": di_sini.komentar}
