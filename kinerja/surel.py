"""Notices by e-mail, where the instance has a mail server."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django_tasks import task

from kinerja.models import Pemberitahuan


def kirim_nanti(daftar: Iterable[Pemberitahuan]) -> None:
    """After the transaction, in the worker: no step waits for a mail server."""
    if not settings.SUREL:
        return
    pk = [p.pk for p in daftar]
    if pk:
        transaction.on_commit(lambda: kirim_surel.enqueue(pk))


@task()
def kirim_surel(daftar: list[int]) -> int:
    """One message per notice whose account has an address; answers how many were sent."""
    terkirim = 0
    milik = Pemberitahuan.objects.filter(pk__in=daftar).exclude(penerima__email="")
    for p in milik.select_related("penerima"):
        isi = [p.teks, "", f"{settings.ALAMAT_SITUS}{p.alamat or '/pemberitahuan/'}"]
        if not settings.ALAMAT_SITUS:
            isi = [p.teks, "", "Masuk ke Pohon Kinerja untuk membukanya."]
        judul = f"Pohon Kinerja: {p.get_jenis_display()}"
        try:
            terkirim += send_mail(judul, "\n".join(isi), None, [p.penerima.email])
        except (SMTPException, OSError):
            logging.getLogger(__name__).warning("Notice %s was not sent by e-mail.", p.pk)
    return terkirim
