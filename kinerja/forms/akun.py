"""Logging in and choosing a password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.contrib.auth.password_validation import validate_password

from kinerja.models import Pengguna

SYARAT_SANDI = (
    "Paling sedikit 8 karakter; bukan sandi yang umum, bukan angka saja, tidak mirip nama Anda."
)

PESAN_SANDI = {
    "password_too_short": "Sandi terlalu pendek; pakai paling sedikit 8 karakter.",
    "password_too_common": "Sandi ini terlalu umum dan mudah ditebak; pilih yang lain.",
    "password_entirely_numeric": "Sandi tidak boleh angka saja; tambahkan huruf.",
    "password_too_similar": "Sandi terlalu mirip nama Anda; pilih yang lain.",
}


class MasukForm(AuthenticationForm):
    """One answer for an unknown name, a wrong password and a closed account."""

    error_messages = {
        "invalid_login": "Nama pengguna atau sandi tidak cocok. Periksa huruf besar pada sandi.",
        "inactive": "Nama pengguna atau sandi tidak cocok. Periksa huruf besar pada sandi.",
    }

    def __init__(self, *args: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Sandi"
        self.fields["username"].widget.attrs["spellcheck"] = "false"

    def clean_username(self) -> str:
        """Names of accounts are lower case; phones like to write a capital first."""
        return str(self.cleaned_data["username"]).strip().lower()


class SandiBaruForm(SetPasswordForm):
    """A password of one's own."""

    error_messages = {"password_mismatch": "Kedua sandi baru tidak sama."}

    def __init__(self, *args: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.fields["new_password1"].label = "Sandi baru"
        self.fields["new_password1"].help_text = SYARAT_SANDI
        self.fields["new_password2"].label = "Ulangi sandi baru"
        self.fields["new_password2"].help_text = ""

    def validate_password_for_user(
        self,
        user: Pengguna,
        password_field_name: str = "new_password1",  # noqa: S107 - the name of a field
    ) -> None:
        """Where the password was first typed, not at its repetition."""
        sandi = self.cleaned_data.get("new_password1")
        if not sandi:
            return
        try:
            validate_password(sandi, user)
        except forms.ValidationError as ditolak:
            pesan = [PESAN_SANDI.get(g.code or "", g) for g in ditolak.error_list]
            self.add_error("new_password1", pesan)

    @property
    def sandi(self) -> str:
        return str(self.cleaned_data["new_password1"])


class SandiGantiForm(SandiBaruForm, PasswordChangeForm):
    """Changing it needs the old one, and must change it."""

    error_messages = SandiBaruForm.error_messages | {
        "password_incorrect": "Sandi sekarang tidak cocok; ketik lagi."
    }

    def __init__(self, *args: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.fields["old_password"].label = "Sandi sekarang"

    def clean_new_password1(self) -> str:
        sandi = str(self.cleaned_data["new_password1"])
        if self.user.check_password(sandi):
            raise forms.ValidationError("Sandi baru harus lain dari sandi sekarang.")
        return sandi
