"""The script of a page and the modules it imports."""

import re
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
IMPOR = re.compile(r'^import [^"]*"\./([\w-]+\.js)"', re.MULTILINE)


@register.simple_tag
def modul(nama: str) -> SafeString:
    """``<script type="module">``; its imports are named too, so that they come at once.

    Where static files are gathered for production it is one file with all of them.
    """
    utama = format_html('<script type="module" src="{}"></script>', static(f"js/{nama}"))
    if f"js/{nama}" in getattr(staticfiles_storage, "menyatukan", ()):
        return utama
    dahulu = format_html_join(
        "", '<link rel="modulepreload" href="{}">\n', ((static(f"js/{n}"),) for n in impor(nama))
    )
    return dahulu + utama


def impor(nama: str) -> list[str]:
    """All modules that one needs, in the order of their names."""
    hasil: set[str] = set()
    menunggu = [nama]
    while menunggu:
        jalur = finders.find(f"js/{menunggu.pop()}")
        isi = Path(str(jalur)).read_text() if jalur else ""
        baru = set(IMPOR.findall(isi)) - hasil
        hasil |= baru
        menunggu += baru
    return sorted(hasil)
