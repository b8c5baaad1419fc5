"""Numbers in a list that says once for all what they are of: "cases were recorded in Kano (16) and Jigawa (8)"."""

from __future__ import annotations

from collections.abc import Sequence

from .attachment import Attachment
from .figures import Figure
from .outcomes import OUTCOMES
from .triggers import Hit

LISTED, RESPECTIVE = 2.5, 1.5  # what it costs that a list says it, and that an order does
OWN = 3.0  # an outcome reached at this cost is the number's own
FEWEST = 2  # items that make a list


def listed(attachment: Attachment, before: Hit | None) -> None:
    """Gives the numbers in brackets behind names what the words before the list say, else the sentence before."""
    items = [figure for figure in attachment.figures if _is_item(attachment, figure)]
    if len(items) < FEWEST:
        return
    told = [hit for hit in attachment.hits if hit.last <= items[0].number.first and hit.outcome in OUTCOMES]
    hit = told[-1] if told else before
    for figure in items if hit else ():
        if hit and figure.cost > OWN and figure.accepts(hit.reading):
            _say(figure, hit, LISTED, "joined")


def _is_item(attachment: Attachment, figure: Figure) -> bool:
    """Whether a bare number stands alone in brackets behind a name: "Kano (16)"."""
    first, last, tokens = figure.hedge_first, figure.number.last, attachment.tokens
    if first < 2 or last >= len(tokens) or not figure.counted.is_bare:
        return False
    is_alone = tokens[first - 1].key == "(" and tokens[last].key == ")"
    return is_alone and (attachment.clauses.kinds[first - 2] == "name" or tokens[first - 2].is_capital)


def respective(attachment: Attachment) -> None:
    """Reads "the number of killed and injured is 690 and 1,280 respectively" in the order in which it is said."""
    places = [at for at, token in enumerate(attachment.tokens) if attachment.pack.has("respectively", token.key)]
    for place in places:
        row = _row([figure for figure in attachment.figures if figure.number.last <= place], attachment)
        said = _said(attachment, row, place)
        for figure, hit in zip(row, said, strict=False) if len(said) == len(row) else ():
            _say(figure, hit, RESPECTIVE, "joined")


def _row(figures: Sequence[Figure], attachment: Attachment) -> list[Figure]:
    """The last figures before a word that stand side by side: "690 and 1,280"."""
    row = list(figures[-1:])
    for figure in reversed(figures[:-1]):
        between = attachment.tokens[figure.number.last : row[0].hedge_first]
        if not between or any(not _joins(attachment, figure.number.last + at) for at in range(len(between))):
            break
        row.insert(0, figure)
    return row if len(row) > 1 else []


def _said(attachment: Attachment, row: Sequence[Figure], end: int) -> list[Hit]:
    """What is said in a row of its own before the numbers or behind them: "killed and injured"."""
    if not row:
        return []
    behind = _words(attachment, row[-1].number.last, end)
    return behind[: len(row)] if len(behind) == len(row) else _words(attachment, 0, row[0].hedge_first)[-len(row) :]


def _words(attachment: Attachment, first: int, last: int) -> list[Hit]:
    """The words between two places that alone say what happened, though two of them may be one phrase."""
    found: list[Hit] = []
    for place in range(first, last):
        match = attachment.pack.triggers.at(attachment.tokens[: place + 1], place)
        reading = (
            next((one for one in match.carried if one.outcome in OUTCOMES and not one.by), None) if match else None
        )
        if reading:
            found.append(Hit(place, place + 1, reading, takes_before=True, takes_after=True, is_count=False))
    return found


def _joins(attachment: Attachment, place: int) -> bool:
    return attachment.clauses.kinds[place] in {"and", "hedge"} or attachment.tokens[place].key == ","


def _say(figure: Figure, hit: Hit, cost: float, rule: str) -> None:
    figure.outcome, figure.cost, figure.rule, figure.hit = hit.outcome, cost, rule, hit
    if not figure.population and "people" in OUTCOMES[hit.outcome].befalls:
        figure.population = "people"
