"""Certificates made for a test: an authority and somebody it vouches for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

SANDI = "sandi-uji"


def buat_p12(nama: str = "Kepala Bidang", penerbit: str = "Otoritas Uji") -> tuple[bytes, bytes]:
    """(.p12 with its chain, PEM of the authority)."""
    kunci_ca, kunci = (
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP256R1()),
    )
    ca = _terbitkan(penerbit, penerbit, kunci_ca, kunci_ca, ca=True)
    satu = _terbitkan(nama, penerbit, kunci, kunci_ca, ca=False)
    p12 = pkcs12.serialize_key_and_certificates(
        nama.encode(), kunci, satu, [ca], serialization.BestAvailableEncryption(SANDI.encode())
    )
    return p12, ca.public_bytes(serialization.Encoding.PEM)


def _terbitkan(nama, penerbit, kunci, kunci_penerbit, *, ca):
    def subjek(teks):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, teks)])

    kini = datetime.now(UTC)
    bangun = (
        x509.CertificateBuilder()
        .subject_name(subjek(nama))
        .issuer_name(subjek(penerbit))
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(kini - timedelta(days=1))
        .not_valid_after(kini + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not ca, content_commitment=not ca, key_encipherment=False,
                data_encipherment=False, key_agreement=False, key_cert_sign=ca, crl_sign=ca,
                encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
    )  # fmt: skip
    return bangun.sign(kunci_penerbit, hashes.SHA256())
