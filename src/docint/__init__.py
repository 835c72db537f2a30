"""docint: checks grant and consortium applications against their evidence."""

__version__ = "0.1.0"
