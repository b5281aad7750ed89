"""Which agreements a head has looked at, as they were: approving many needs a look at each."""

from __future__ import annotations

from django.http import HttpRequest

KUNCI = "perjanjian_dilihat"
TERBANYAK = 200


def sidik_dilihat(request: HttpRequest) -> dict[str, str]:
    """Key of the agreement -> fingerprint of the content that stood on the screen."""
    return dict(request.session.get(KUNCI, {}))


def ingat_dilihat(request: HttpRequest, perjanjian: int, sidik: str) -> None:
    """In the session; the oldest go first."""
    daftar = sidik_dilihat(request)
    if daftar.get(str(perjanjian)) == sidik:
        return
    daftar.pop(str(perjanjian), None)
    daftar[str(perjanjian)] = sidik
    request.session[KUNCI] = dict(list(daftar.items())[-TERBANYAK:])
