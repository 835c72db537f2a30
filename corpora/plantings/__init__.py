"""Planted discrepancies by what they alter: units, money, people, papers."""
