"""Samverk: alliances of universities and companies, judged and run by the rules of their scheme."""
