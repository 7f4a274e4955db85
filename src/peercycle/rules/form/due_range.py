"""A deadline is given as a range of days, or as a beginning.

A deadline is an end. Nobody could say whether something due `23 to 27 October 2017` is late on the 24th. The first day belongs
under `from`, the last under `due`; and what only says `from Monday 23 October 2017` has no end to keep to.

Wrong::

    submit-self-view:
      due: 23 to 27 October 2017

Right::

    submit-self-view:
      from: Monday 23 October 2017
      due: Friday 27 October 2017

What is compared
    Only `due`. A phase and a meeting may last from one day to another. `TBC 23
    to 27 October 2017` is well, too: it is one day between the two, still to be
    named.

See also: malformed-deadline
"""
