"""Plain data with every personal number masked (身份证号、电话、账号)."""

from __future__ import annotations

from typing import Any

from docint.values.mask import mask


def masked(data: Any) -> Any:
    """The same tree with all strings masked; keys, numbers and structure are kept."""
    if isinstance(data, str):
        return mask(data)
    if isinstance(data, dict):
        return {key: masked(value) for key, value in data.items()}
    if isinstance(data, list):
        return [masked(value) for value in data]
    return data
