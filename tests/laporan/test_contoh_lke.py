"""The demo's evaluation: one sheet final with its report, the next one begun."""

from laporan.contoh_lke import TAHUN, muat_lke
from laporan.evaluasi.baca_lke import baca_lke
from laporan.models import Dokumen, Lke, VersiLke
from tests.factories import PADA


def test_the_demo_has_a_final_sheet_and_a_draft_once(dinas, perencana, evaluator):
    milik, akun = {"1.06.01": dinas}, {"perencana": perencana, "inspektorat": evaluator}

    for _ in range(2):
        muat_lke(milik, akun, PADA)

    lama, baru = Lke.objects.lengkap().order_by("tahun")
    isi = baca_lke(lama)
    assert (lama.tahun, lama.status, lama.nilai) == (TAHUN, "FINAL", isi.penilaian.nilai)
    assert lama.nilai < isi.mandiri.nilai
    assert baru.status == "DRAF"
    assert (Dokumen.objects.count(), VersiLke.objects.count()) == (1, 1)
