"""How the HTML of every print begins."""

from __future__ import annotations

from html import escape


def awal_html(judul: str, css: str, *, penulis: str = "", waktu: str = "") -> str:
    """Up to the end of the head: title, who wrote it and when (ISO 8601), style; what is empty is
    left out.
    """
    meta = (("author", penulis), ("dcterms.created", waktu), ("dcterms.modified", waktu))
    tanda = "".join(f'<meta name="{nama}" content="{escape(isi)}">' for nama, isi in meta if isi)
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f"<title>{escape(judul)}</title>{tanda}<style>{css}</style></head>"
    )
