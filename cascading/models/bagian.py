"""Parts of a JSON column, each compared and set by its key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kinerja.models import Bentrok
from kinerja.models.tercatat import Tercatat

if TYPE_CHECKING:
    from kinerja.models import Pengguna


@transaction.atomic
def ubah_bagian(
    objek: Tercatat,
    medan: str,
    isi: Mapping[str, str],
    *,
    lama: Mapping[str, str],
    oleh: Pengguna,
    pada: datetime,
) -> None:
    """Set keys of a column of texts; an empty text takes its key away. ``lama``: what the writer
    saw. Raises Bentrok, naming all keys that hold something else by now.
    """
    objek.kunci()
    objek.refresh_from_db()
    kini: dict[str, str] = getattr(objek, medan)
    beda = [(k, kini.get(k, "")) for k, dilihat in lama.items() if kini.get(k, "") != dilihat]
    if beda:
        raise Bentrok(beda[0][0], lama[beda[0][0]], beda[0][1], beda[1:])
    baru = {k: v for k, v in {**kini, **isi}.items() if v}
    objek.ubah({medan: baru}, oleh=oleh, pada=pada)
