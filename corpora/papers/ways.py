"""Other ways to lay out a section of the form: records, sentences, turned tables, two storeys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from corpora.blocks import Block, Grid, Inline, Pairs, Parts, Prose, Shown
from corpora.print_forms import capitals

Args = tuple[str, ...]


def lay_out(body: Pairs | Grid, way: Args) -> list[Block]:
    """A section's body in another way; the way's name comes first, then what it needs."""
    name, *args = way
    if isinstance(body, Pairs):
        return _PAIRS[name](body, tuple(args))
    return _GRIDS[name](body, tuple(args))


def _filled(form: str, cells: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A sentence with cells in the places of their numbers."""
    parts: list[Inline] = []
    for number, piece in enumerate(re.split(r"\{(\d+)\}", form)):
        if number % 2:
            parts.append(cells[int(piece)])
        elif piece:
            parts.append(piece)
    return tuple(parts)


def _told(body: Pairs, args: Args) -> list[Block]:
    """Particulars in sentences; those that the sentences do not name follow in lines."""
    values = tuple(value for _, value in body.rows)
    named = {int(n) for form in args for n in re.findall(r"\{(\d+)\}", form)}
    rest = [row for n, row in enumerate(body.rows) if n not in named]
    said: list[Block] = [Prose(_filled(form, values)) for form in args]
    return [*said, *(Prose((f"{label}：", value)) for label, value in rest)]


def _across(body: Pairs, args: Args) -> list[Block]:
    return [replace(body, across=int(args[0]))]


def _above(body: Pairs, args: Args) -> list[Block]:
    return [Pairs(body.rows, int(args[0]), body.group, above=True)]


def _serial(body: Grid) -> int:
    """How many columns only count the rows."""
    return int(bool(body.rows) and not isinstance(body.rows[0][0], Shown) and _counts(body))


def _counts(body: Grid) -> bool:
    return all(row[0] == str(n) for n, row in enumerate(body.rows, 1))


def _records(body: Grid, args: Args) -> list[Block]:
    """Every row a small table of its own."""
    from_ = _serial(body)
    heads = [str(head) for head in body.heads[from_:]]
    return [
        Pairs(tuple(zip(heads, row[from_:], strict=True)), int(args[1]), args[0].format(n))
        for n, row in enumerate(body.rows, 1)
    ]


def _cards(body: Grid, args: Args) -> list[Block]:
    """Every row a heading and lines below it; numbers of the lead's fields are not repeated."""
    from_ = _serial(body)
    heads = [re.sub(r"^[\d.]+ ", "", str(head)) for head in body.heads[from_:]]
    made: list[Block] = []
    for number, row in enumerate(body.rows, 1):
        made.append(Prose((args[0].format(number),), indent=False))
        pairs = tuple(zip(heads, row[from_:], strict=True))
        made.append(Pairs(pairs, int(args[1]), ruled=False, mark=args[2]))
    return made


def _said(body: Grid, args: Args) -> list[Block]:
    """Every row a line."""
    return [Prose(_filled(args[0], row)) for row in body.rows]


def _run(body: Grid, args: Args) -> list[Block]:
    """All rows in one paragraph: how it begins, a row (``n``: which), what is between, the end."""
    begin, form, between, end = args
    parts: list[Inline] = [begin]
    for number, row in enumerate(body.rows, 1):
        counted = form.replace("{n}", str(number))
        parts += [*([between] if number > 1 else []), *_filled(counted, row)]
    return [Prose((*parts, end))]


def _turned(body: Grid, _: Args) -> list[Block]:
    """Rows become columns."""
    from_ = _serial(body)
    columns = list(zip(*(row[from_:] for row in body.rows), strict=True))
    lines = [(head, *cells) for head, cells in zip(body.heads[from_:], columns, strict=True)]
    return [Grid(lines[0], tuple(lines[1:]), body.group)]


def _storeys(body: Grid, args: Args) -> list[Block]:
    """A head of two rows: ``words|span``; words of one column are its own."""
    over = tuple((words, int(span)) for words, span in (arg.split("|") for arg in args))
    return [Grid(body.heads, body.rows, body.group, over)]


def _abreast(body: Grid, _: Args) -> list[Block]:
    """Two rows beside each other."""
    half = -(-len(body.rows) // 2)
    blank: tuple[Inline, ...] = ("",) * len(body.heads)
    left, right = body.rows[:half], (*body.rows[half:], blank)
    rows = tuple((*a, *b) for a, b in zip(left, right, strict=False))
    return [Grid((*body.heads, *body.heads), rows, body.group)]


def _noted(body: Grid, args: Args) -> list[Block]:
    """A note across the table's foot."""
    return [Grid(body.heads, (*body.rows, (args[0],)), body.group)]


def _shares(body: Grid, args: Args) -> list[Block]:
    """Amounts with their serial and their share of the sum, the sum first or last."""
    amounts = [Decimal(row[1].value) for row in body.rows if isinstance(row[1], Shown)]
    whole = sum(amounts, Decimal(0))
    rows: list[tuple[Inline, ...]] = [
        (str(n), row[0], row[1], f"{100 * amount / whole:.2f}%")
        for n, (row, amount) in enumerate(zip(body.rows, amounts, strict=False), 1)
    ]
    sums: list[tuple[Inline, ...]] = [
        ("", row[0], row[1], "100.00%") for row in body.rows[len(amounts) :]
    ]
    rows = [*sums, *rows] if args[2:] else [*rows, *sums]
    return [Grid((args[0], *body.heads, args[1]), tuple(rows), body.group)]


def _numbered(body: Pairs, args: Args) -> list[Block]:
    """Particulars as rows with their number."""
    rows = tuple((str(n), label, value) for n, (label, value) in enumerate(body.rows, 1))
    return [Grid(("序号", *args), rows, body.group)]


def _twice(body: Grid, _: Args) -> list[Block]:
    """A row takes two lines, and so does the head."""
    from_ = _serial(body)
    half = -(-(len(body.heads) - from_) // 2)

    def lines(row: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
        number, rest = row[:from_], row[from_:]
        return [(*number, *rest[:half]), (*("",) * from_, *rest[half:])]

    heads, *more = lines(body.heads)
    return [Grid(heads, (*more, *(line for row in body.rows for line in lines(row))), body.group)]


def _banded(body: Grid, args: Args) -> list[Block]:
    """Rows in two parts, words across the table over each."""
    half = -(-len(body.rows) // 2)
    parts = ((args[0],), *body.rows[:half], (args[1],), *body.rows[half:])
    return [Grid(body.heads, parts, body.group)]


def _cell(form: str, cells: tuple[Inline, ...]) -> Inline:
    """Several cells in one."""
    flat: list[str | Shown] = []
    for part in _filled(form, cells):
        flat += part.parts if isinstance(part, Parts) else (part,)
    return Parts(tuple(flat))


def _composed_pairs(body: Pairs, args: Args) -> list[Block]:
    """Several particulars in one cell: how many pairs a row, then ``label|form`` for each."""
    values = tuple(value for _, value in body.rows)
    specs = [arg.split("|") for arg in args[1:]]
    rows = tuple((label, _cell(form, values)) for label, form in specs)
    return [Pairs(rows, int(args[0]), body.group)]


def _uneven(body: Pairs, args: Args) -> list[Block]:
    """Rows of so many pairs each; what is left stands one a row."""
    made: list[Block] = []
    rows, counts = list(body.rows), [int(arg) for arg in args]
    while rows:
        count = counts.pop(0) if counts else 1
        made.append(Pairs(tuple(rows[:count]), min(count, len(rows)), body.group))
        rows = rows[count:]
    return made


def _each(body: Pairs, args: Args) -> list[Block]:
    """Every particular a line: ``{n}``, label ``{l}``, value ``{v}``."""
    made: list[Block] = []
    for number, (label, value) in enumerate(body.rows, 1):
        form = args[0].replace("{n}", str(number)).replace("{l}", label).replace("{v}", "{0}")
        made.append(Prose(_filled(form, (value,)), indent=False))
    return made


def _under(body: Pairs, _: Args) -> list[Block]:
    """Every label a line, its value the next."""
    made: list[Block] = []
    for label, value in body.rows:
        made += [Prose((label,), indent=False), Prose((value,))]
    return made


def _composed(body: Grid, args: Args) -> list[Block]:
    """Several columns in one: ``head|form`` for each column."""
    specs = [arg.split("|") for arg in args]
    rows = tuple(
        tuple(
            _cell(form.replace("{n}", str(n)), row) if len(row) > 1 else row[0] for _, form in specs
        )
        for n, row in enumerate(body.rows, 1)
    )
    return [Grid(tuple(head for head, _ in specs), rows, body.group)]


def _annotated(body: Grid, args: Args) -> list[Block]:
    """A line across the table below every row: its form, then ``head|form`` for each column."""
    grid = _composed(body, args[1:])[0]
    if not isinstance(grid, Grid):
        return [grid]
    rows: list[tuple[Inline, ...]] = []
    for shown, row in zip(grid.rows, body.rows, strict=True):
        rows += [shown, (_cell(args[0], row),)] if len(row) > 1 else [shown]
    return [replace(grid, rows=tuple(rows))]


def _continued(body: Grid, args: Args) -> list[Block]:
    """The table breaks off and goes on under the same head."""
    half = -(-len(body.rows) // 2)
    return [
        Grid(body.heads, body.rows[:half], body.group),
        Prose((args[0],), indent=False),
        Grid(body.heads, body.rows[half:], body.group),
    ]


def _in_words(body: Grid, args: Args) -> list[Block]:
    """The sum in capitals across the foot."""
    whole = sum(
        (Decimal(row[1].value) for row in body.rows if isinstance(row[1], Shown)), Decimal(0)
    )
    return [Grid(body.heads, (*body.rows, (args[0].format(capitals(whole)),)), body.group)]


def _narrated(body: Grid, args: Args) -> list[Block]:
    """Every row a sentence that may say the heads: ``{h1}``."""
    form = args[0]
    for number, head in enumerate(body.heads):
        form = form.replace(f"{{h{number}}}", str(head))
    return [Prose(_filled(form, row)) for row in body.rows]


def _labelled(body: Grid, args: Args) -> list[Block]:
    """Every row a small table, its labels over the values."""
    from_ = _serial(body)
    heads = [str(head) for head in body.heads[from_:]]
    return [
        Pairs(
            tuple(zip(heads, row[from_:], strict=True)), int(args[1]), args[0].format(n), above=True
        )
        for n, row in enumerate(body.rows, 1)
    ]


def _stacked(body: Pairs, args: Args) -> list[Block]:
    """Labels over their values, so many abreast, nothing ruled."""
    return [Pairs(body.rows, int(args[0]), ruled=False, above=True)]


def _parted(body: Pairs, args: Args) -> list[Block]:
    """Parts with a name at the left, ``words|rows|across``; the last takes what is left."""
    made: list[Block] = []
    rows = list(body.rows)
    for number, spec in enumerate(args, 1):
        name, count, across = spec.split("|")
        size = len(rows) if number == len(args) else int(count)
        part, rows = rows[:size], rows[size:]
        made.append(Pairs(tuple(part), min(int(across), len(part)), name))
    return made


def _tiles(body: Grid, args: Args) -> list[Block]:
    """Every row a line and, below it, labels over values without rules."""
    from_ = _serial(body)
    heads = [str(head) for head in body.heads[from_:]]
    made: list[Block] = []
    for number, row in enumerate(body.rows, 1):
        pairs = tuple(zip(heads, row[from_:], strict=True))
        made.append(Prose((args[0].format(number),), indent=False))
        made.append(Pairs(pairs, int(args[1]), ruled=False, above=True))
    return made


def _captioned(body: Grid, args: Args) -> list[Block]:
    """Every row a table of its own under a caption."""
    from_ = _serial(body)
    heads = [str(head) for head in body.heads[from_:]]
    made: list[Block] = []
    for number, row in enumerate(body.rows, 1):
        pairs = tuple(zip(heads, row[from_:], strict=True))
        made += [Prose((args[0].format(number),), indent=False), Pairs(pairs, int(args[1]))]
    return made


def _fielded(body: Grid, args: Args) -> list[Block]:
    """Every cell a field: its label of row ``{n}``, head ``{h}``, name ``{r}``; how many abreast."""
    from_ = _serial(body)
    named = bool(body.rows) and isinstance(body.rows[0][from_], str)
    pairs: list[tuple[str, Inline]] = []
    for number, row in enumerate(body.rows, 1):
        for head, cell in list(zip(body.heads, row, strict=False))[from_ + named :]:
            pairs.append((args[0].format(n=number, h=head, r=row[from_] if named else ""), cell))
    plain = "stacked" in args
    made = Pairs(tuple(pairs), int(args[1]), body.group, ruled=not plain, above=plain)
    return [made] if pairs else []


def _crowned(body: Grid, args: Args) -> list[Block]:
    """Rows become columns under their first cells; what stands below takes a form."""
    cells = tuple(_cell(args[0], row) for row in body.rows)
    return [Grid(tuple(row[0] for row in body.rows), (cells,), body.group)]


def _bracketed(body: Grid, args: Args) -> list[Block]:
    """Rows by class, the class at the left over all of its rows: ``class|word|word`` in the item."""
    rows: list[tuple[Inline, ...]] = []
    left = list(body.rows)
    for spec in args[1:]:
        name, *words = spec.split("|")
        part = [r for r in left if isinstance(r[0], Shown) and any(w in r[0].text for w in words)]
        left = [row for row in left if row not in part]
        rows += [("" if n else name, *row) for n, row in enumerate(part)]
    rows += [(row[0], "", *row[1:]) for row in left]
    return [Grid((args[0], *body.heads), tuple(rows), body.group, down=True)]


_PAIRS: dict[str, Callable[[Pairs, Args], list[Block]]] = {
    "told": _told,
    "across": _across,
    "above": _above,
    "numbered": _numbered,
    "composed": _composed_pairs, "uneven": _uneven, "each": _each, "under": _under,
    "stacked": _stacked, "parted": _parted,
}  # fmt: skip
_GRIDS: dict[str, Callable[[Grid, Args], list[Block]]] = {
    "records": _records, "cards": _cards, "said": _said, "run": _run, "turned": _turned, "storeys": _storeys,
    "abreast": _abreast, "noted": _noted, "shares": _shares,
    "twice": _twice, "banded": _banded, "composed": _composed, "annotated": _annotated, "continued": _continued, "in_words": _in_words,
    "narrated": _narrated, "labelled": _labelled,
    "tiles": _tiles, "captioned": _captioned, "fielded": _fielded, "crowned": _crowned, "bracketed": _bracketed,
}  # fmt: skip
