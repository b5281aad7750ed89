"""What the browser sends when cells are edited."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client

SKRIP = {"X-Requested-With": "fetch"}
TAHUN = 2025


def patch(client: Client, alamat: str, medan: str, lama: str, baru: str, **lain: Any):
    """One cell."""
    isi = {"medan": medan, "lama": lama, "baru": baru, **lain}
    return client.patch(
        f"{alamat}?tahun={TAHUN}", json.dumps(isi), content_type="application/json", headers=SKRIP
    )


def kirim(client: Client, alamat: str, isi: Any, tanya: str = ""):
    """A JSON body, by POST."""
    return client.post(
        f"{alamat}?tahun={TAHUN}{tanya}",
        json.dumps(isi),
        content_type="application/json",
        headers=SKRIP,
    )


def sel(medan: str, lama: str, baru: str, **lain: Any) -> dict[str, Any]:
    return {"medan": medan, "lama": lama, "baru": baru, **lain}
