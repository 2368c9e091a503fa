"""Recognise legal citations: clean a text, find what may be one, read its parts; data beside the code."""
