"""The way in, in a real browser: login, session, logout."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

SANDI = "sandi-uji-2025"  # what factories give


def masuk(page, live_server, sandi):
    page.goto(live_server.url)
    page.get_by_label("Nama pengguna").fill("perencana")
    page.get_by_label("Sandi", exact=True).fill(sandi)
    page.get_by_role("button", name="Masuk").click()


def test_login_page_has_no_accessibility_faults(page, live_server):
    page.goto(live_server.url + "/masuk/")

    hasil = Axe().run(page)

    assert hasil.violations_count == 0, hasil.generate_report()


def test_guest_logs_in_and_is_greeted(page, live_server, perencana):
    masuk(page, live_server, SANDI)

    expect(page.get_by_role("heading", level=1)).to_contain_text("perencana")


def test_wrong_password_is_answered_in_words(page, live_server, perencana):
    masuk(page, live_server, "salah")

    expect(page.get_by_role("alert").first).to_be_visible()
    expect(page.get_by_role("button", name="Masuk")).to_be_visible()
