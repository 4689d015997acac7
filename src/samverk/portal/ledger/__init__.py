"""The record of every deed and every refusal: append-only, each entry sealed with the one before."""
