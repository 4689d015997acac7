"""The repair reading: the smallest change that makes an alliance eligible.

What is not known is asked for before anything is changed: among all ways the cheapest is taken (repair.toml says what
a change costs), and among those the one that hangs on the fewest facts.
"""

from samverk.scheme.repair.edits import Edit, Place, Wanted, apply
from samverk.scheme.repair.model import Limits
from samverk.scheme.repair.repairing import Repair, Repaired, repair

__all__ = ["Edit", "Limits", "Place", "Repair", "Repaired", "Wanted", "apply", "repair"]
