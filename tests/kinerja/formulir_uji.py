"""What a browser would send: the values of the form on a page, changed by the test."""

from __future__ import annotations

from html.parser import HTMLParser


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.isi: dict[str, str] = {}
        self.teks: str | None = None
        self.pilih: str | None = None

    def handle_starttag(self, tag: str, attrs: list) -> None:
        a = dict(attrs)
        if tag == "input" and a.get("name") and a.get("type") not in ("submit", "search"):
            if a.get("type") != "checkbox" or "checked" in a:
                self.isi[a["name"]] = a.get("value") or ""
        elif tag == "textarea":
            self.teks = a["name"]
            self.isi[self.teks] = ""
        elif tag == "select":
            self.pilih = a["name"]
        elif tag == "option" and self.pilih and (self.pilih not in self.isi or "selected" in a):
            self.isi[self.pilih] = a.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.teks:
            self.isi[self.teks] = self.isi[self.teks].removeprefix("\n").replace("\n", "\r\n")
            self.teks = None
        elif tag == "select":
            self.pilih = None

    def handle_data(self, data: str) -> None:
        if self.teks:
            self.isi[self.teks] += data


def isian(response) -> dict[str, str]:
    """Field values of a rendered page."""
    pembaca = _Pembaca()
    pembaca.feed(response.content.decode())
    return pembaca.isi


def kirim(client, alamat: str, **ubahan: str):
    """Open a form and send it back with some fields changed."""
    return client.post(alamat, isian(client.get(alamat)) | ubahan)
