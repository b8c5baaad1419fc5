"""What a caller, or a file, can do wrong. Every message names the thing, the place and the remedy."""


class TrackerError(Exception):
    """The base of every error this library raises on purpose; its text is fit to show to a person.

    A text with `{names}` is filled in from `values`, so that `Language.told` can say it in another language.
    """

    def __init__(self, text: str = "", /, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text, self.values = text, values


class UnknownError(TrackerError):
    """An id, name or option that does not exist was asked for."""


class RefusedError(TrackerError):
    """A row was not written because it, or what it refers to, is wrong. Nothing was changed."""


class DataError(TrackerError):
    """A table on disk cannot be read as declared."""

    def __init__(self, table: str, problem: str, *, row: int | None = None, column: str = "", remedy: str = "") -> None:
        """`row` counts as a spreadsheet does: the header is row 1."""
        self.table, self.row, self.column, self.problem, self.remedy = table, row, column, problem, remedy
        place = f"{table}.csv" + (f" row {row}" if row else "") + (f", {column}" if column else "")
        super().__init__(f"{place}: {problem}" + (f". {remedy}" if remedy else ""))
