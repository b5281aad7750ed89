"""Colours of a pemda made legible: its brand in a light and a dark shade that meet WCAG AA."""

from __future__ import annotations

from collections.abc import Iterator

AA = 4.5
PUTIH, GELAP = "#ffffff", "#07172f"
LATAR_TERANG, LATAR_GELAP = "#f4f6fa", "#1a2432"

Rgb = tuple[int, int, int]


def palet_terang(merek: str) -> dict[str, str]:
    """Tokens on a light page: the brand itself, darkened only as far as legibility asks."""
    dasar = _sampai_terbaca(merek, "#000000", LATAR_TERANG, PUTIH)
    tinta = _sampai_terbaca(campur(dasar, "#000000", 0.25), "#000000", campur(dasar, PUTIH, 0.9))
    return {
        "brand": dasar,
        "brand-ink": tinta,
        "brand-soft": campur(dasar, PUTIH, 0.9),
        "on-brand": PUTIH,
        "ring": dasar,
    }


def palet_gelap(merek: str) -> dict[str, str]:
    """Tokens on a dark page: the brand lightened until it stands out from the surface."""
    dasar = _sampai_terbaca(merek, PUTIH, LATAR_GELAP, GELAP)
    lembut = campur(dasar, "#0d131d", 0.8)
    return {
        "brand": dasar,
        "brand-ink": _sampai_terbaca(campur(dasar, PUTIH, 0.45), PUTIH, lembut, LATAR_GELAP),
        "brand-soft": lembut,
        "on-brand": GELAP,
        "ring": campur(dasar, PUTIH, 0.2),
    }


def kontras(satu: str, dua: str) -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    terang, gelap = sorted((_terang(satu), _terang(dua)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def campur(warna: str, lain: str, bagian: float) -> str:
    """``bagian`` (0 to 1) of ``lain`` mixed into ``warna``."""
    pasangan = zip(_rgb(warna), _rgb(lain), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * bagian):02x}" for a, b in pasangan)


def _sampai_terbaca(warna: str, ke: str, *latar: str) -> str:
    """The first step from ``warna`` towards ``ke`` with enough contrast on every background."""
    return next(
        (
            langkah
            for langkah in _tangga(warna, ke)
            if all(kontras(langkah, b) >= AA for b in latar)
        ),
        ke,
    )


def _tangga(warna: str, ke: str) -> Iterator[str]:
    return (campur(warna, ke, langkah / 40) for langkah in range(41))


def _rgb(warna: str) -> Rgb:
    return int(warna[1:3], 16), int(warna[3:5], 16), int(warna[5:7], 16)


def _terang(warna: str) -> float:
    kanal = [nilai / 255 for nilai in _rgb(warna)]
    r, g, b = [k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
