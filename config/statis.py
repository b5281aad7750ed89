"""Static files under names that carry their fingerprint, also where modules import each other."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPOR = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EKSPOR = re.compile(r"^export (?=(?:async function|function|class|const) ([$\w]+))", re.MULTILINE)
TAK_DIKENAL = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
HIASAN = re.compile(r"^\s*(?://.*\n|\n|)", re.MULTILINE)


class StatisBersidik(CompressedManifestStaticFilesStorage):
    """Rewrites the paths in ``import`` too, of our own modules.

    Else a module asks for its neighbour's plain name, which a browser may have kept from the
    release before. Scripts of packages name things in ``import`` that are no files here.
    """

    menyatukan = ("js/pohon.js",)
    """Scripts that are served as one file with all they import: many requests take long."""

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],  # type: ignore[attr-defined]
    )

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Join first, then fingerprint and compress."""
        satu = InMemoryStorage()

        def baca(nama: str) -> str:
            simpanan, jalur = paths[f"js/{nama}"]
            with simpanan.open(jalur) as berkas:
                return str(berkas.read().decode())

        for nama in () if dry_run else self.menyatukan:
            if nama in paths:
                satu.save(nama, ContentFile(satukan(nama.removeprefix("js/"), baca).encode()))
                paths[nama] = satu, nama
        yield from super().post_process(paths, dry_run, **options)


def satukan(utama: str, baca: Callable[[str], str]) -> str:
    """One script of a module and all it imports, each in a scope of its own, without comments.

    Knows the forms that our modules use; ValueError for any other, and for a circle of imports.
    """
    lambang: dict[str, str] = {}
    bagian: list[str] = []

    def tambah(nama: str, jalur: tuple[str, ...]) -> None:
        if nama in jalur:
            raise ValueError(f"modules in a circle: {' -> '.join((*jalur, nama))}")
        if nama in lambang:
            return
        isi = baca(nama)
        for _, lain in IMPOR.findall(isi):
            tambah(lain, (*jalur, nama))
        lambang[nama] = f"m{len(lambang)}"
        bagian.append(_bungkus(lambang[nama], isi, lambang))

    tambah(utama, ())
    return "".join(bagian)


def _bungkus(nama: str, isi: str, lambang: dict[str, str]) -> str:
    def ambil(impor: re.Match[str]) -> str:
        return f"const {{{impor[1].replace(' as ', ': ')}}} = {lambang[impor[2]]};\n"

    isi = IMPOR.sub(ambil, isi)
    hasil = ", ".join(EKSPOR.findall(isi))
    isi = EKSPOR.sub("", isi)
    if lain := TAK_DIKENAL.search(isi):
        raise ValueError(f"cannot be joined: {lain[0]}")
    if any(baris.count("`") % 2 for baris in isi.splitlines()):
        raise ValueError("a text of several lines would lose its indentation")
    return f"const {nama} = (() => {{\n{HIASAN.sub('', isi)}return {{ {hasil} }};\n}})();\n"
