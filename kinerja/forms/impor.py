"""Forms of the import: the upload, one decision, what to read and where to hang it."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.aturan.jenjang import INDUK_SAH
from kinerja.models import Pengguna, PerangkatDaerah, Periode, Pohon, SesiImpor, Simpul, Tahap
from kinerja.pilihan import AksiImpor, JenisPohon, MaksudImpor, Peran

TERLALU_BESAR = "Berkas ini lebih besar dari 10 MB. Buang lembar atau gambar yang tidak perlu."
DOKUMEN_BARU, DOKUMEN_ADA = "BARU", "ADA"
TANPA_KOTAK = ("iku", "target_tahunan")
"""Layouts whose rows are indicators: any box may take those that the document does not know."""
TAHAP_TERAKHIR = ("", "Tahap terakhir yang dibuka")


class UnggahForm(forms.Form):
    """A workbook and the document it is meant for.

    A new document that is there and still empty is filled instead of refused (``pakai_kosong``).
    """

    pakai_kosong = False

    berkas = forms.FileField(
        label="Berkas Excel",
        allow_empty_file=True,  # the reading says what an empty file is
        help_text="Berkas .xlsx, paling besar 10 MB. Susunannya tidak perlu diubah lebih dahulu.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv", "data-unggah": ""}),
    )
    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Perangkat daerah", empty_label=None
    )
    tujuan = forms.ChoiceField(
        label="Dimuat ke",
        choices=[(DOKUMEN_BARU, "Dokumen baru"), (DOKUMEN_ADA, "Dokumen yang sudah ada")],
        widget=forms.RadioSelect,
        initial=DOKUMEN_BARU,
    )
    periode = forms.ModelChoiceField(
        Periode.objects.none(),
        empty_label=None,
        error_messages={"required": "Pilih periode dokumen baru."},
    )
    jenis_pohon = forms.ChoiceField(
        label="Jenis dokumen", choices=JenisPohon, initial=JenisPohon.CASCADING
    )
    judul = forms.CharField(
        required=False,
        max_length=200,
        help_text="Pembeda bila dokumen sejenis lebih dari satu, misalnya Belanja Wajib.",
    )
    pohon = forms.ModelChoiceField(
        Pohon.objects.none(),
        label="Dokumen",
        empty_label="Pilih dokumen",
        error_messages={"required": "Pilih dokumen yang akan diisi."},
    )
    tahun = forms.IntegerField(
        required=False,
        min_value=1990,
        max_value=2200,
        help_text="Kosongkan bila tahunnya tercetak di buku kerja.",
    )
    tahap = forms.ChoiceField(choices=[TAHAP_TERAKHIR], required=False)

    def __init__(self, *args: Any, pengguna: Pengguna, terlalu_besar: bool = False, **pilihan: Any):
        super().__init__(*args, **pilihan)
        if terlalu_besar:
            self.fields["berkas"].error_messages["required"] = TERLALU_BESAR
        for medan in ("periode", "jenis_pohon", "pohon"):  # shown only where they are required
            self.fields[medan].tanda = ""  # type: ignore[attr-defined]
        if self.is_bound:
            ke_baru = self["tujuan"].value() != DOKUMEN_ADA
            for medan in ("periode", "jenis_pohon"):
                self.fields[medan].required = ke_baru
            self.fields["pohon"].required = not ke_baru
        semua = PerangkatDaerah.objects.terlihat_oleh(pengguna).order_by("nama")
        boleh = [p.pk for p in semua if pengguna.punya_peran({Peran.PERENCANA}, p)]
        dokumen = Pohon.objects.terlihat_oleh(pengguna).filter(perangkat_daerah__in=boleh)
        self._isi("perangkat_daerah", semua.filter(pk__in=boleh))
        self._isi("periode", Periode.objects.order_by("-tahun_awal"))
        self._isi("pohon", dokumen.urut())
        self.fields["tahap"].choices = [TAHAP_TERAKHIR, *_tahap(boleh)]  # type: ignore[attr-defined]

    def _isi(self, medan: str, daftar: Any) -> None:
        self.fields[medan].queryset = daftar  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        kembar = None
        if isi.get("tujuan") == DOKUMEN_BARU and not self.errors:
            kembar = self._sudah_ada(isi)
        self.pakai_kosong = kembar is not None and _kosong(kembar)
        if self.pakai_kosong:
            isi |= {"tujuan": DOKUMEN_ADA, "pohon": kembar}
        elif kembar is not None:
            pesan = "Dokumen itu sudah ada; pilih “Dokumen yang sudah ada” atau beri judul lain."
            self.add_error("judul", pesan)
        return isi

    @staticmethod
    def _sudah_ada(isi: dict[str, Any]) -> Pohon | None:
        kembar = Pohon.objects.filter(
            perangkat_daerah=isi.get("perangkat_daerah"),
            periode=isi.get("periode"),
            jenis=isi.get("jenis_pohon") or JenisPohon.CASCADING,
            judul=" ".join((isi.get("judul") or "").split()),
            edisi=1,
        )
        return kembar.first()

    def isi_sesi(self) -> dict[str, Any]:
        """What ``sesi.mulai`` takes."""
        isi, berkas = self.cleaned_data, self.cleaned_data["berkas"]
        ke_baru = isi["tujuan"] == DOKUMEN_BARU
        return {
            "perangkat_daerah": isi["perangkat_daerah"],
            "nama_berkas": berkas.name,
            "isi": berkas.read(),
            "pohon": None if ke_baru else isi["pohon"],
            "periode": isi["periode"],
            "jenis_pohon": isi["jenis_pohon"] or JenisPohon.CASCADING,
            "judul": isi["judul"],
            "tahun": isi["tahun"],
            "tahap": isi["tahap"],
        }


class KeputusanForm(forms.Form):
    """One decision on one cell."""

    alamat = forms.CharField(max_length=140)
    aksi = forms.ChoiceField(choices=AksiImpor)
    nilai = forms.CharField(required=False, max_length=4000)

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        if isi.get("aksi") == AksiImpor.ISI and not isi.get("nilai"):
            self.add_error("nilai", "Ketik isinya, atau pilih “Biarkan belum diisi”.")
        return isi


class MaksudForm(forms.Form):
    """What a workbook that came back is to do."""

    maksud = forms.ChoiceField(choices=MaksudImpor)


class PilihanForm(forms.Form):
    """What is read and where it goes; choices come from the last reading and the document."""

    lembar = forms.ChoiceField(required=False)
    tabel = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    tata_letak = forms.ChoiceField(label="Susunan", required=False)
    tahun = forms.IntegerField(required=False, min_value=1990, max_value=2200)
    tahap = forms.ChoiceField(required=False)
    induk_uid = forms.ChoiceField(
        label="Gantungkan di bawah",
        required=False,
        help_text="Untuk baris yang induknya tidak tercetak di buku kerja.",
    )
    dengan_tersembunyi = forms.BooleanField(
        label="Muat juga lembar, kolom, dan baris yang tersembunyi", required=False
    )
    semua_tabel = forms.BooleanField(
        label="Muat semua tabel yang susunannya sama sebagai satu impor",
        required=False,
        help_text="Untuk buku kerja dengan satu lembar per program atau per tahun.",
    )

    def __init__(self, *args: Any, sesi: SesiImpor, tata_letak: dict[str, str], **pilihan: Any):
        pilihan["initial"] = {m: getattr(sesi, m, None) for m in self.base_fields} | {
            m: sesi.rencana.get(m, False) for m in ("dengan_tersembunyi", "semua_tabel")
        }
        super().__init__(*args, **pilihan)
        tabel = [*sesi.rencana.get("tabel", ()), *sesi.rencana.get("tabel_lain", ())]
        nama = dict.fromkeys([t["lembar"] for t in tabel] + [sesi.lembar] * bool(sesi.lembar))
        self._pilih("lembar", [("", "Semua lembar"), *((n, n) for n in nama)])
        self._pilih("tabel", [("", "Tabel pertama yang dikenali"), *_daftar_tabel(sesi)])
        self._pilih("tata_letak", [("", "Dikenali sendiri"), *tata_letak.items()])
        self._pilih("tahap", [TAHAP_TERAKHIR, *_tahap([sesi.perangkat_daerah_id])])
        self._pilih(
            "induk_uid", [("", "Tetap di tempatnya; yang baru di akar dokumen"), *_induk(sesi)]
        )

    def _pilih(self, medan: str, pilihan: list[tuple[Any, str]]) -> None:
        self.fields[medan].choices = pilihan  # type: ignore[attr-defined]

    def bersama(self) -> dict[str, Any]:
        """The choices as they stand, with all tables of the same layout together."""
        kini = {m: nilai for m, nilai in self.initial.items() if nilai}
        return {m: v for m, v in kini.items() if m not in ("lembar", "tabel")} | {
            "semua_tabel": "on"
        }

    def clean_induk_uid(self) -> str | None:
        return self.cleaned_data["induk_uid"] or None


def _kosong(pohon: Pohon) -> bool:
    """Made and never filled, or emptied by an undo; and still open to be filled."""
    return pohon.dapat_diubah and not Simpul.objects.filter(pohon=pohon).tampak().exists()


def _tahap(perangkat_daerah: list[int]) -> list[tuple[str, str]]:
    daftar = Tahap.objects.filter(perangkat_daerah__in=perangkat_daerah, terkunci=False)
    nama = dict(daftar.order_by("urutan", "tahun").values_list("kode", "nama"))
    return list(nama.items())


def _daftar_tabel(sesi: SesiImpor) -> list[tuple[int, str]]:
    return [
        (t["nomor"], f"Tabel {t['nomor']}: {t['lembar']} mulai {t['sel']} {t['judul']}".strip())
        for t in sesi.rencana.get("tabel_lain", ())
        if t["terbaca"]
    ]


def _induk(sesi: SesiImpor) -> list[tuple[str, str]]:
    """Boxes of the document that a row without a printed parent may hang under."""
    if sesi.pohon is None:
        return []
    boleh: set[str] = set()
    for b in sesi.rencana.get("baris", ()):
        if b["tingkat"] == 1:
            boleh |= INDUK_SAH[sesi.pohon.jenis].get(b["jenjang"], frozenset())
    if any(t["jenis"] in TANPA_KOTAK for t in sesi.rencana.get("tabel", ())):
        boleh |= INDUK_SAH[sesi.pohon.jenis].keys()
    daftar = Simpul.objects.filter(pohon=sesi.pohon, jenjang__in=boleh).tampak().urut_pohon()
    return [
        (str(s.uid), f"{'  ' * (s.level - 1)}{s.get_jenjang_display()}: {s.sebutan[:110]}")
        for s in daftar
    ]
