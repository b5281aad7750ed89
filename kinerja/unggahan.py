"""Uploads stop at their limit while they come in, before anything is kept."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from kinerja.impor.pengaman.batas import Batas

TANDA = "unggahan_terlalu_besar"


class BatasUnggahan(FileUploadHandler):
    """First in the chain: beyond the limit the rest is read away and no file arrives.

    The request is marked, so that the form can say why.
    """

    def new_file(self, *isi: Any, **lain: Any) -> None:
        super().new_file(*isi, **lain)
        self.terbaca = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.terbaca += len(raw_data)
        if self.terbaca > Batas().byte_unggah:
            setattr(self.request, TANDA, True)
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
