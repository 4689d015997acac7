"""The rules of a funding scheme, read as data. Pure: no clock, no database, no I/O but reading books."""
