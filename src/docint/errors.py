"""What can go wrong in a way the user can mend: one sentence, and what to do."""

from __future__ import annotations


class DocintError(Exception):
    """Base of all errors shown to a user; the message is the whole story, in Chinese."""


class UsageError(DocintError):
    """Wrong usage: unknown policy, a date that is none. The command line exits with 2."""


class UnreadableError(DocintError):
    """A file or page cannot be read: damaged, encrypted, blank, over a limit."""


class UnsupportedError(DocintError):
    """A file of a format that docint does not read."""


class ShelfError(DocintError):
    """A unit on a shelf (kind, check, policy, engine, format) is malformed: the start stops."""
