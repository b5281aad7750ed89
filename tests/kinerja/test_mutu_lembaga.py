"""Quality rules about what stands around the documents: Q12, Q14 to Q20."""

from decimal import Decimal

import pytest

from kinerja.aturan.mutu.bahan import BahanLembaga, Hasil, Kondisi, NilaiDokumen, Tenggat
from kinerja.aturan.mutu.lembaga import periksa_lembaga
from kinerja.aturan.penugasan import Tugas
from kinerja.pilihan import PeranTugas

HARI_INI = "2025-06-30"


def temuan(**isi) -> list[tuple[str, str]]:
    daftar = periksa_lembaga(BahanLembaga(**isi), hari_ini=HARI_INI)
    return [(t.kode, t.pesan) for t in daftar]


def kode(**isi) -> list[str]:
    return [k for k, _ in temuan(**isi)]


def nilai(dokumen: str, target: str = "80", uid: str = "i1") -> NilaiDokumen:
    return NilaiDokumen(dokumen, uid, "s1", "Persentase balita sehat", target)


def hasil(**isi) -> Hasil:
    bawaan = {"simpul": "s1", "teks": "Persentase balita sehat", "tahun": 2025, "triwulan": 4,
              "capaian": Decimal(95), "berbukti": True}  # fmt: skip
    return Hasil(**(bawaan | isi))


def test_nothing_known_is_nothing_found():
    assert temuan() == []


def test_positions_without_a_box_are_named_once_any_has_one():
    jabatan = ((1, "Kepala Bidang"), (2, "Sekretaris"))
    tugas = (Tugas("s1", 1, PeranTugas.PELAKSANA),)

    assert temuan(jabatan=jabatan, tugas=tugas) == [
        ("Q12", "Sekretaris belum memegang satu kotak pun.")
    ]
    assert temuan(jabatan=jabatan) == []


def test_two_documents_with_two_targets_contradict():
    ((kode_, pesan),) = temuan(dokumen=(nilai("RENSTRA"), nilai("PK", "85")))

    assert kode_ == "Q14"
    assert "RENSTRA menulis 80, PK menulis 85" in pesan
    assert kode(dokumen=(nilai("RENSTRA"), nilai("PK", "80,00 %"))) == []
    assert kode(dokumen=(nilai("RENSTRA"), nilai("PK"), nilai("IKU", ""))) == []


def test_what_is_planned_is_promised():
    lain = nilai("IKU", uid="i2")

    assert kode(dokumen=(nilai("RENSTRA"), lain, nilai("PK"))) == ["Q15"]
    assert kode(dokumen=(nilai("RENSTRA"), lain)) == []  # no agreement yet


def test_replaced_iku_are_counted():
    daftar = ((2026, "B", ""), (2025, "A", "B"))

    satu, dua = (pesan for _, pesan in temuan(penggantian_iku=daftar))

    assert "“A” diganti “B” pada 2025: penggantian ke-1" in satu
    assert "“B” dihapus pada 2026: penggantian ke-2" in dua
    assert kode(penggantian_iku=()) == []


@pytest.mark.parametrize(
    ("pelaksana", "crosscutting", "ada"),
    [(2, False, True), (2, True, False), (1, False, False), (None, False, False)],
)
def test_a_condition_of_another_agency_is_agreed_on(pelaksana, crosscutting, ada):
    kondisi = Kondisi("s1", "Terdatanya penyandang", 1, pelaksana, crosscutting)

    assert (kode(kondisi=(kondisi,)) == ["Q17"]) is ada


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"berbukti": False}, "belum berbukti"),
        ({"capaian": Decimal("60.255")}, "capaian 60,26 % tanpa hambatan dan tindak lanjut"),
        ({"capaian": Decimal(150)}, "targetnya mungkin terlalu rendah"),
    ],
)
def test_a_result_is_shown_and_explained(isi, kata):
    ((kode_, pesan),) = temuan(hasil=(hasil(**isi),))

    assert kode_ == "Q18"
    assert kata in pesan


def test_a_good_result_with_evidence_or_a_low_one_explained_is_fine():
    rendah = hasil(capaian=Decimal(60), hambatan="Hujan", tindak_lanjut="Jadwal ulang")

    assert temuan(hasil=(hasil(), rendah)) == []


def test_money_and_result_go_together():
    jelas = {"hambatan": "Hujan", "tindak_lanjut": "Jadwal ulang"}

    assert kode(hasil=(hasil(capaian=Decimal(40), serapan=Decimal(100), **jelas),)) == ["Q19"]
    assert kode(hasil=(hasil(serapan=Decimal(0)),)) == ["Q19"]
    assert kode(hasil=(hasil(serapan=Decimal(90)),)) == []


def test_a_yearly_indicator_is_not_missing_in_the_first_quarters():
    kosong = {"terisi": False, "capaian": None}

    assert kode(hasil=(hasil(triwulan=2, **kosong),)) == []
    assert kode(hasil=(hasil(triwulan=4, **kosong),)) == ["Q20"]


@pytest.mark.parametrize(
    ("sampai", "pada", "ada"),
    [
        ("2025-01-31", None, True),
        ("2025-01-31", "2025-02-10", True),
        ("2025-01-31", "2025-01-31", False),
        ("2025-07-31", None, False),
    ],
)
def test_late_is_after_the_date(sampai, pada, ada):
    assert bool(temuan(tenggat=(Tenggat("Perjanjian kinerja 2025", sampai, pada),))) is ada
