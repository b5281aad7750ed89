"""The rows that a large tree page starts without."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.forms.suntingan import KirimanTidakSah
from kinerja.lembar_pohon import lembar_pohon
from kinerja.views.suntingan import menjawab_json, permintaan, pohon_terlihat


@require_safe
@gzip_page
@untuk(YANG_MASUK)
@menjawab_json
def pohon_baris(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """One <tbody> per branch, named by the box it hangs below: all, or with ``kotak`` its branch.

    As of ``versi`` only: rows of another version would not fit what the page shows (409).
    """
    pohon = pohon_terlihat(request, pohon_id)
    minta = permintaan(request, pohon)
    kotak, versi = request.GET.get("kotak", ""), request.GET.get("versi", "")
    if kotak and not (kotak.isdecimal() and len(kotak) < 19):
        raise KirimanTidakSah("Kotak tidak sah.")
    if versi != str(pohon.versi):
        return HttpResponse(status=409)
    isi = lembar_pohon(pohon, minta).kotak.cabang(int(kotak) if kotak else None)
    if isi is None:
        raise Http404
    return HttpResponse(isi)
