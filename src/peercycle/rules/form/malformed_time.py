"""An hour of the day that is not written as hours are in a cycle file.

Hours are `9:30am to 4pm`, `5pm`, `10am to midday`, a part of the day such as `afternoon`, or `TBC`.

Wrong::

    forum:
      time: 09.30 - 16.00

Right::

    forum:
      time: 9:30am to 4pm

See also: malformed-date
"""
