"""Make the search index of a built site, folded for people who type without marks."""
