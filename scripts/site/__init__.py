"""Harden a built site, verify it and put it in place, knowing nothing of the engine that built it."""
