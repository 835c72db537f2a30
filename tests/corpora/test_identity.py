from datetime import date
from random import Random

from stdnum import numdb
from stdnum.cn import uscc

from corpora import identity


def test_codes_have_valid_check_characters_and_the_wanted_division() -> None:
    random = Random(1)
    for category in ("91", "12", "52"):
        for _ in range(200):
            code = identity.uscc(random, category, "440300")
            assert uscc.is_valid(code)
            assert code[:8] == category + "440300"


def test_organisation_codes_inside_keep_their_own_check_character() -> None:
    random = Random(2)
    for _ in range(300):
        code = identity.organisation_code(random)
        total = sum(
            int(c, 36) * w for c, w in zip(code[:8], (3, 7, 9, 10, 5, 8, 4, 2), strict=True)
        )
        check = 10 if code[8] == "X" else int(code[8])
        assert (total + check) % 11 == 0


def test_districts_are_those_of_the_national_standard() -> None:
    for code, name in identity.DISTRICTS.items():
        county = numdb.get("cn/loc").info(code)[-1][1]["county"]
        assert county.rpartition("]")[2] in name


def test_birthplaces_were_in_force_when_numbers_were_given_out() -> None:
    for code in identity.BIRTHPLACES:
        assert numdb.get("cn/loc").info(code)[-1][1].get("county")


def test_firms_in_one_world_never_share_a_trade_name() -> None:
    random = Random(4)
    taken: set[str] = set()
    names = [identity.firm_name(random, "深圳", taken) for _ in range(60)]
    assert len(taken) == len(names) == len(set(names))


def test_the_29th_of_february_moves_to_the_28th() -> None:
    assert identity.later(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert identity.later(date(2024, 5, 31), 2) == date(2026, 5, 31)
