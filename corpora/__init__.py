"""Synthetic submissions with exact truth: made by seed, drawn, degraded as scans are."""
