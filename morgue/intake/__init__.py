"""Inputs → articles: each input is read and cleaned in a worker process, unless a build before has done so already.

`take_in(order, …)` is the whole of it. Files are listed with what their reading depends on (`listing.py`); what is not
known goes to workers (`reading.py`, `desk.py`), which send back what comes of each record; a step that hangs is passed
over and told (`stops.py`). What was found is remembered in the workings beside the archive.
"""

from morgue.intake.order import Intake, Order
from morgue.intake.reading import WARM
from morgue.intake.taking_in import take_in

__all__ = ["WARM", "Intake", "Order", "take_in"]
