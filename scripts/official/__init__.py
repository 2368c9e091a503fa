"""Ask the addresses of official texts whether they still answer, and keep one issue about the others."""

from typing import Final

from scripts.official.command import main

SUMMARY: Final = "Hỏi các địa chỉ bản chính thức ở nơi khác xem còn mở được không, và giữ một phiếu việc"

__all__ = ["SUMMARY", "main"]
