"""Jobs: one per result, a child process, cancelling, what a dead worker leaves."""

import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kinerja.gambar.ukur_teks import HurufTidakAda
from kinerja.models import Pekerjaan
from kinerja.pilihan import StatusPekerjaan as Status
from laporan import pekerjaan as modul
from laporan import pengawas, tembolok
from laporan.pekerjaan import PERCOBAAN_TERBANYAK, batalkan, berkas_hasil, kerjakan, minta, pungut
from tests.factories import PADA

LAMA = ["-c", "import time; print(7, flush=True); time.sleep(60)"]


def anak(monkeypatch, argumen):
    """Another child than the printing one: same pipes, other work."""
    asli = pengawas.subprocess.Popen

    def mulai(perintah, **lain):
        return asli([perintah[0], *argumen], **lain)

    monkeypatch.setattr(pengawas.subprocess, "Popen", mulai)


def jalankan(pekerjaan) -> Pekerjaan:
    kerjakan.call(pekerjaan.pk)
    pekerjaan.refresh_from_db()
    return pekerjaan


def test_the_same_request_joins_the_job_under_way(cetakan, diminta, dinas, perencana_lain):
    lagi = minta(cetakan, perangkat_daerah=dinas, oleh=perencana_lain, pada=PADA)

    assert lagi == diminta
    assert Pekerjaan.objects.count() == DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_job_prints_in_a_child_and_leaves_its_file(cetakan, diminta):
    selesai = jalankan(diminta)

    assert (selesai.status, selesai.kemajuan, selesai.percobaan) == (Status.SELESAI, 100, 1)
    assert berkas_hasil(selesai) == cetakan.berkas()
    assert cetakan.berkas().read_bytes().startswith(b"%PDF-")
    assert selesai.sewa_sampai is None


def test_a_job_that_was_taken_already_is_skipped(diminta):
    Pekerjaan.objects.update(status=Status.JALAN)

    assert kerjakan.call(diminta.pk) == "DILEWATI"


def test_a_failing_child_fails_the_job(diminta, monkeypatch):
    anak(monkeypatch, ["-c", "raise SystemExit(9)"])

    gagal = jalankan(diminta)

    assert (gagal.status, gagal.pesan) == (Status.GAGAL, "Dokumen gagal dicetak (kode 9).")


def test_a_missing_font_reaches_the_user_in_words(diminta, monkeypatch):
    kode = f"import sys; sys.stderr.write({str(HurufTidakAda('Liberation Sans'))!r}); sys.exit(3)"
    anak(monkeypatch, ["-c", kode])

    assert "Pasang paket fonts-liberation2" in jalankan(diminta).pesan


def test_an_input_that_is_gone_is_said(cetakan, diminta):
    tembolok.jalur(cetakan.kunci, "json").unlink()

    assert "mintalah sekali lagi" in jalankan(diminta).pesan


@pytest.mark.django_db(transaction=True)
def test_cancelling_kills_the_child_and_keeps_the_lease_short(diminta, monkeypatch):
    anak(monkeypatch, LAMA)
    threading.Timer(1.5, lambda: batalkan(diminta, pada=PADA)).start()
    mulai = time.monotonic()

    dibatalkan = jalankan(diminta)

    assert time.monotonic() - mulai < 10
    assert dibatalkan.status == Status.DIBATALKAN
    assert dibatalkan.kemajuan == 7
    assert berkas_hasil(dibatalkan) is None


def test_a_waiting_job_that_is_cancelled_never_starts(diminta):
    assert batalkan(diminta, pada=PADA)

    assert kerjakan.call(diminta.pk) == "DILEWATI"
    assert not batalkan(diminta, pada=PADA)


def test_a_child_that_takes_too_long_is_stopped(diminta, monkeypatch):
    anak(monkeypatch, LAMA)
    monkeypatch.setattr(pengawas, "BATAS_DETIK", 0)

    assert jalankan(diminta).status == Status.GAGAL


def test_what_a_dead_worker_left_is_queued_again(diminta):
    kini = timezone.now()
    Pekerjaan.objects.update(
        status=Status.JALAN, percobaan=1, sewa_sampai=kini - timedelta(seconds=1)
    )

    assert pungut(kini) == 1

    diminta.refresh_from_db()
    assert diminta.status == Status.ANTRE
    assert DBTaskResult.objects.count() == 2


def test_after_three_attempts_it_is_given_up(diminta):
    kini = timezone.now()
    Pekerjaan.objects.update(
        status=Status.JALAN, percobaan=PERCOBAAN_TERBANYAK, sewa_sampai=kini - timedelta(minutes=1)
    )

    pungut(kini)

    diminta.refresh_from_db()
    assert (diminta.status, "3 percobaan" in diminta.pesan) == (Status.GAGAL, True)


def test_a_live_lease_is_left_alone(diminta):
    Pekerjaan.objects.update(status=Status.JALAN, sewa_sampai=timezone.now() + modul.SEWA)

    assert pungut(timezone.now()) == 0


def test_results_older_than_seven_days_are_removed(settings):
    berkas = tembolok.simpan("a" * 64, "pdf", b"x")

    assert tembolok.bersihkan(timezone.now() + timedelta(days=6)) == 0
    assert tembolok.bersihkan(timezone.now() + timedelta(days=8)) == 1
    assert not berkas.exists()


def test_the_key_follows_input_paper_and_format():
    kunci = {
        tembolok.kunci("isi", "pdf", "A3"),
        tembolok.kunci("isi lain", "pdf", "A3"),
        tembolok.kunci("isi", "xlsx", "A3"),
        tembolok.kunci("isi", "pdf", "F4"),
    }

    assert len(kunci) == 4
    assert tembolok.kunci("isi", "pdf", "A3") in kunci
