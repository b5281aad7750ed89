"""The evaluation in a browser: without a script, on a phone, and to axe."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from laporan.models import JawabanLke
from tests.laporan.lke_uji import buat_lke, diajukan, final, ke
from tests.peramban.aksesibilitas import pelanggaran


@pytest.mark.django_db(transaction=True)
def test_pages_of_an_evaluation_have_no_faults(
    page, live_server, masuk_sebagai, dinas, perencana, evaluator
):
    draf = buat_lke(dinas, perencana)
    tunggu = diajukan(dinas, perencana, tahun=2023)
    final(dinas, perencana, evaluator, {"3.a.1": "BELUM"}, tahun=2022)
    jalan = (
        (perencana, 390, ke(draf, "komponen", "3")),
        (perencana, 1366, ke(draf, "bukti", "3.a.1")),
        (evaluator, 1366, f"{reverse('lke-daftar')}?tahun=2022"),
        (evaluator, 1366, ke(tunggu)),
        (evaluator, 390, ke(tunggu, "komponen", "3")),
    )
    for siapa, lebar, alamat in jalan:
        masuk_sebagai(siapa)
        page.set_viewport_size({"width": lebar, "height": 800})
        page.goto(live_server.url + alamat)
        assert pelanggaran(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar


@pytest.mark.django_db(transaction=True)
def test_a_planner_answers_on_a_phone_without_a_script(
    browser, live_server, client, dinas, perencana
):
    lke = buat_lke(dinas, perencana)
    client.force_login(perencana)
    kue = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    konteks = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 780}, base_url=live_server.url
    )
    konteks.add_cookies([kue])
    halaman = konteks.new_page()

    halaman.goto(ke(lke, "komponen", "3"))
    halaman.get_by_label("Jawaban 3.a.1").select_option("TERPENUHI")
    halaman.get_by_label("Catatan 3.a.1").fill("Disusun Februari.")
    halaman.get_by_role("button", name="Simpan, lalu Evaluasi kinerja internal").click()

    expect(halaman.get_by_role("heading", level=1)).to_contain_text("4. Evaluasi kinerja internal")
    jawaban = JawabanLke.objects.get(lke=lke, kode="3.a.1")
    assert (jawaban.mandiri, jawaban.catatan) == ("TERPENUHI", "Disusun Februari.")
    konteks.close()
