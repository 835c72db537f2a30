"""Seals go to the party whose name they carry, else to the place they stand in."""

from docint.judge.stamps import Block, only_name_seals, stamped
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.finding import Exhibit
from docint.types.place import Box, Evidence, Place
from docint.types.reading import Page, Seal

FIRST = "深圳市明远智能科技有限公司"
SECOND = "武汉云麓信息工程学院"
THIRD = "合肥玄石集成电路有限公司"
PAGE = ("hash", 3)


def block(party: str, top: float) -> Block:
    box = Box(80, top, 400, top + 14)
    proof = Evidence(Place("hash", 3, box), party, "ocr")
    fact = Fact(("signatures", 0, "party"), party, (proof,), "signature-block", 0.9)
    return Block(party, Exhibit(fact, "a"), PAGE, box)


def seal(text: str, top: float, left: float = 200) -> Seal:
    return Seal(text, "red", "round", Box(left, top, left + 110, top + 110), 0.9)


def agreement(*seals: Seal) -> Document:
    page = Page(3, 595, 842, "ocr", seals=seals)
    return Document("a", "cooperation-agreement", 0.99, (Leaf("hash", "协议.pdf", page),))


ASKED = (block(FIRST, 100), block(SECOND, 300), block(THIRD, 500))


def names(document: Document) -> list[str]:
    return [one.party for one in stamped(document, ASKED).without]


def test_a_party_without_a_seal_is_named() -> None:
    assert names(agreement(seal(FIRST, 90), seal(THIRD, 490))) == [SECOND]


def test_a_seal_read_badly_counts_by_its_place() -> None:
    assert names(agreement(seal(FIRST, 90), seal("武汉", 290), seal(THIRD, 490))) == []


def test_a_seal_that_names_its_party_may_stand_anywhere() -> None:
    assert names(agreement(seal(SECOND, 90), seal(FIRST, 90), seal(THIRD, 90))) == []


def test_an_illegible_second_seal_is_loose_and_leaves_the_question_open() -> None:
    found = stamped(agreement(seal(FIRST, 90), seal("", 95), seal(THIRD, 490)), ASKED)
    assert [one.party for one in found.without] == [SECOND]
    assert found.loose == 1


def audit(*boxes: Box, width: float = 595, height: float = 842) -> Document:
    seals = tuple(Seal("", "red", "round", box, 0.0) for box in boxes)
    page = Page(3, width, height, "ocr", seals=seals)
    return Document("a", "audit-report", 0.99, (Leaf("hash", "审计.pdf", page),))


def test_a_small_round_seal_is_an_accountants() -> None:
    small, large = Box(375, 397, 436, 466), Box(300, 500, 412, 612)
    assert only_name_seals(audit(small))
    assert not only_name_seals(audit(small, large))


def test_on_a_sheet_of_two_pages_sizes_tell_nothing() -> None:
    assert not only_name_seals(audit(Box(375, 397, 436, 466), width=842, height=595))
