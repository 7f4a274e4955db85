"""A date that is not written as dates are in a cycle file.

A day is `Friday 27 October 2017`, `27 October 2017` or `2017-10-27`. What is known less exactly is said less exactly: `October
2017`, `late October 2017`, `autumn 2017`, `by April 2018`, `TBC`. Every date has its year. Short months, strokes and `27th` are
refused, with the text to write instead.

Wrong::

    nwadcs-november:
      date: 23rd Nov 2017

Right::

    nwadcs-november:
      date: Thursday 23 November 2017

See also: impossible-date, malformed-deadline, wrong-weekday
"""
