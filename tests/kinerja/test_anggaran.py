"""The roll-up, and claims against what is typed below them."""

from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.anggaran import Jumlah, PaguTertulis, jumlahkan, periksa_klaim
from kinerja.aturan.temuan import Tingkat

POHON = [
    ("akar", None, "AKAR"),
    ("p", "akar", "PROGRAM"),
    ("k1", "p", "KEGIATAN"),
    ("s1", "k1", "SUB_KEGIATAN"),
    ("s2", "k1", "SUB_KEGIATAN"),
    ("k2", "p", "KEGIATAN"),
    ("s3", "k2", "SUB_KEGIATAN"),
]


def tulis(id_, induk, nilai, mentah=None):
    mentah = str(nilai or "") if mentah is None else mentah
    return PaguTertulis(id_, induk, nilai, mentah, sel=f"H{id_}", lembar="RENJA")


def temuan(*pagu, jumlah=None):
    return {(t.letak.sel, t.kode) for t in periksa_klaim(pagu, jumlah).temuan}


def test_pagu_rolls_up_to_the_hidden_root():
    hasil = jumlahkan(POHON, {"s1": [10], "s2": [20, 5], "s3": [7]})

    assert {k: v.nilai for k, v in hasil.items()} == {
        "akar": 42, "p": 42, "k1": 35, "k2": 7, "s1": 10, "s2": 25, "s3": 7
    }  # fmt: skip


def test_unreadable_and_missing_amounts_are_counted_not_guessed():
    hasil = jumlahkan(POHON, {"s1": [None], "s3": [7]})

    assert hasil["akar"] == Jumlah(nilai=7, tak_terbaca=1, kosong=1)
    assert hasil["k1"] == Jumlah(nilai=0, tak_terbaca=1, kosong=1)


def test_zero_is_a_value():
    assert jumlahkan(POHON, {"s1": [0], "s2": [0], "s3": [0]})["p"].kosong == 0


def test_a_claim_is_compared_and_never_added():
    hasil = jumlahkan(POHON, {"s1": [10], "s2": [20]}, {"k1": 30, "p": 31, "akar": None})

    assert (hasil["k1"].tertulis, hasil["k1"].cocok) == (30, True)
    assert (hasil["p"].nilai, hasil["p"].cocok) == (30, False)
    assert hasil["akar"].cocok is None


def test_a_tree_of_kegiatan_holds_its_money_there():
    hasil = jumlahkan([("p", None, "PROGRAM"), ("k", "p", "KEGIATAN")], {})

    assert hasil["p"].kosong == 1


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 10**12)), max_size=30))
def test_roll_up_equals_the_naive_sum(cabang):
    simpul, pagu, jalur = [("akar", None, "AKAR")], {}, ["akar"]
    for nomor, (dalam, nilai) in enumerate(cabang):
        del jalur[dalam + 1 :]
        simpul.append((nomor, jalur[-1], "SUB_KEGIATAN"))
        pagu[nomor] = [nilai]
        jalur.append(nomor)

    hasil = jumlahkan(simpul, pagu)

    assert hasil["akar"].nilai == sum(nilai for _, nilai in cabang)
    for id_, _, _ in simpul:
        anak = [hasil[a].nilai for a, induk, _ in simpul if induk == id_]
        assert hasil[id_].nilai == sum(pagu.get(id_, [])) + sum(anak)


def test_a_claim_that_balances_says_nothing():
    assert temuan(tulis("p", None, 30), tulis("k", "p", 30), tulis("s", "k", 30)) == set()


def test_a_claim_that_does_not_balance_names_the_difference():
    hasil = periksa_klaim([tulis("k", None, 266), tulis("s", "k", 1537)])

    (satu,) = hasil.temuan
    assert (satu.kode, satu.tingkat) == ("PAGU_TIDAK_COCOK", Tingkat.PERINGATAN)
    assert "266" in satu.pesan
    assert "+1.271" in satu.pesan


def test_an_unreadable_child_leaves_only_its_parent_unverified():
    pagu = [
        tulis("p", None, 100),
        tulis("k", "p", 90),
        tulis("s1", "k", 40),
        tulis("s2", "k", None, "5.00.0"),
    ]

    assert temuan(*pagu) == {("Hk", "PAGU_TAK_TERVERIFIKASI"), ("Hp", "PAGU_TIDAK_COCOK")}


def test_a_level_without_amounts_stands_for_what_is_below_it():
    assert temuan(tulis("p", None, 30), tulis("k", "p", None), tulis("s", "k", 30)) == set()
    assert temuan(tulis("p", None, 31), tulis("k", "p", None), tulis("s", "k", 30)) == {
        ("Hp", "PAGU_TIDAK_COCOK")
    }


def test_the_total_row_is_compared_with_the_typed_roots():
    pagu = [tulis("p1", None, 10), tulis("p2", None, 20)]

    assert temuan(*pagu, jumlah=tulis("J", None, 30)) == set()
    assert temuan(*pagu, jumlah=tulis("J", None, 31)) == {("HJ", "PAGU_TIDAK_COCOK")}


def test_nothing_below_means_nothing_to_check():
    assert temuan(tulis("p", None, 30), tulis("k", "p", None)) == set()
