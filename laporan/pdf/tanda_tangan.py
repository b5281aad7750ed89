"""Electronic signatures in PDF bytes: reading what is there, adding one. No database, no network
unless the caller's context asks for revocation.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

MEDAN = "TandaTangan{}"
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)


class SertifikatDitolak(ValueError):
    """The certificate file or its password is not usable; the message is for its owner."""


class TandaTanganRusak(ValueError):
    """A PDF that was signed once and can't be read any more."""


@dataclass(frozen=True)
class TandaTangan:
    """One signature as found. ``utuh``: what it covers is unchanged; ``terpercaya``: its chain
    leads to an anchor, None when there was none to compare with. ``pencabutan``: its issuer was
    asked and had not revoked it.
    """

    nama: str
    utuh: bool
    terpercaya: bool | None
    pencabutan: bool = False


def baca_tanda_tangan(
    isi: bytes, jangkar: Sequence[Any] = (), *, daring: bool = False
) -> list[TandaTangan]:
    """The signatures of a PDF, each verified; empty for one without. ``jangkar`` are certificates;
    ``daring`` looks revocation up over the network. Raises TandaTanganRusak.
    """
    try:
        daftar = PdfFileReader(BytesIO(isi), strict=False).embedded_regular_signatures
        return [_periksa(satu, jangkar, daring) for satu in daftar]
    except Exception as galat:  # whatever a parser says of bytes that anybody may have made
        if b"/ByteRange" in isi:
            raise TandaTanganRusak("Tanda tangan dalam PDF itu tidak terbaca.") from galat
        return []


def tandatangani(isi: bytes, p12: bytes, sandi: str, *, alasan: str, tempat: str) -> bytes:
    """PAdES as an incremental update: the bytes before stay as they were.

    Raises SertifikatDitolak.
    """
    try:
        penanda = signers.SimpleSigner.load_pkcs12_data(p12, [], sandi.encode())
    except (ValueError, SigningError) as galat:
        raise SertifikatDitolak(_SALAH) from galat
    if penanda is None:
        raise SertifikatDitolak(_SALAH)
    urut = len(PdfFileReader(BytesIO(isi)).embedded_regular_signatures) + 1
    data = signers.PdfSignatureMetadata(
        field_name=MEDAN.format(urut), subfilter=SigSeedSubFilter.PADES, reason=alasan,
        location=tempat or None,
    )  # fmt: skip
    keluar = BytesIO()
    try:
        signers.sign_pdf(
            IncrementalPdfFileWriter(BytesIO(isi)), data, signer=penanda, output=keluar
        )
    except SigningError as galat:
        raise SertifikatDitolak(f"Sertifikat tidak dapat dipakai: {galat}") from galat
    return keluar.getvalue()


_SALAH = "Sertifikat tidak terbuka: periksa berkas .p12 dan sandinya."


def _periksa(satu: Any, jangkar: Sequence[Any], daring: bool) -> TandaTangan:
    """Asked over the network first; without an answer the chain alone counts."""
    nama = _nama(satu)
    try:
        if daring and jangkar:
            hasil = _sahkan(satu, jangkar, daring=True)
            if hasil.trusted or hasil.revoked:
                utuh = bool(hasil.intact and hasil.valid)
                return TandaTangan(nama, utuh, bool(hasil.trusted), bool(hasil.trusted))
        hasil = _sahkan(satu, jangkar, daring=False)
    except (SignatureValidationError, PdfError, ValueError):
        return TandaTangan(nama, False, None)
    utuh = bool(hasil.intact and hasil.valid)
    return TandaTangan(nama, utuh, bool(hasil.trusted) if jangkar else None)


def _sahkan(satu: Any, jangkar: Sequence[Any], *, daring: bool) -> Any:
    konteks = ValidationContext(
        trust_roots=list(jangkar),
        allow_fetching=daring,
        revocation_mode="require" if daring else "soft-fail",
    )
    return validate_pdf_signature(satu, signer_validation_context=konteks)


def _nama(satu: Any) -> str:
    isi = satu.signer_cert.subject.native
    return str(isi.get("common_name") or isi.get("organization_name") or "tanpa nama")
