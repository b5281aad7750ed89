"""Notices go out by e-mail where there is a mail server, and nowhere else."""

from smtplib import SMTPException

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult

from kinerja import surel
from kinerja.models import Pemberitahuan
from tests.factories import PADA


@pytest.fixture
def kabar(perencana, kepala):
    kepala.email = "kepala@contoh.go.id"
    kepala.save()
    return Pemberitahuan.objects.create(
        penerima=kepala, alamat="/perjanjian/7/", jenis="PERJANJIAN", oleh=perencana,
        teks="Perjanjian diajukan.", pada=PADA,
    )  # fmt: skip


def test_without_a_mail_server_nothing_is_queued(kabar, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        surel.kirim_nanti([kabar])

    assert DBTaskResult.objects.count() == 0


def test_notice_is_queued_after_the_transaction_and_sent(
    kabar, settings, django_capture_on_commit_callbacks
):
    settings.SUREL, settings.ALAMAT_SITUS = True, "https://kinerja.contoh.go.id"
    with django_capture_on_commit_callbacks(execute=True):
        surel.kirim_nanti([kabar])
        assert DBTaskResult.objects.count() == 0
    assert DBTaskResult.objects.count() == 1

    assert surel.kirim_surel.call([kabar.pk]) == 1

    (pesan,) = mail.outbox
    assert pesan.to == ["kepala@contoh.go.id"]
    assert pesan.subject == "Pohon Kinerja: Perjanjian Kinerja"
    assert "https://kinerja.contoh.go.id/perjanjian/7/" in pesan.body


def test_account_without_address_and_broken_server_are_passed_over(kabar, monkeypatch):
    def rusak(*isi, **lain):
        raise SMTPException

    with monkeypatch.context() as sementara:
        sementara.setattr(surel, "send_mail", rusak)
        assert surel.kirim_surel.call([kabar.pk]) == 0
    kabar.penerima.email = ""
    kabar.penerima.save()
    assert surel.kirim_surel.call([kabar.pk]) == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("pemberitahuan_satu_tujuan", {"alamat": ""}),
        ("pemberitahuan_satu_tujuan", {"alamat": "https://luar.example"}),
    ],
)
def test_a_notice_has_one_aim(kabar, nama, isi):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        Pemberitahuan.objects.filter(pk=kabar.pk).update(**isi)
