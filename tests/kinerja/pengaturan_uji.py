"""How a browser answers a form: what the page holds, with some fields typed anew."""

from __future__ import annotations

from typing import Any


def isian(halaman: Any, /, **ubah: Any) -> dict[str, Any]:
    """Every field of the page's form and its hidden first values, then ``ubah``."""
    form = halaman.context["form"]
    isi: dict[str, Any] = {}
    for medan in form:
        nilai = medan.value()
        if isinstance(nilai, list) and medan.field.show_hidden_initial is False:
            isi[medan.html_name] = nilai
        elif nilai not in (None, False):
            isi[medan.html_name] = "on" if nilai is True else str(nilai)
        if medan.field.show_hidden_initial:
            isi[medan.html_initial_name] = "" if nilai is None else str(nilai)
    return {k: v for k, v in (isi | ubah).items() if v is not None}


def kirim(client: Any, alamat: str, /, **ubah: Any) -> Any:
    """Open a page, change some fields, send."""
    return client.post(alamat, isian(client.get(alamat), **ubah))


def galat(jawaban: Any) -> str:
    assert jawaban.status_code in (409, 422), jawaban.status_code
    return " ".join(p for daftar in jawaban.context["form"].errors.values() for p in daftar)
