"""Measure what the README claims, on generated or given input; `bench SUBJECT` names what."""

from typing import Final

from scripts.bench.command import main

SUMMARY: Final = "Đo thời gian, bộ nhớ, dung lượng, điểm; ví dụ: bench build, bench search"
LAYER: Final = "test"  # it drives a browser

__all__ = ["SUMMARY", "main"]
