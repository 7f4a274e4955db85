"""A day that the calendar does not have.

There is no 31 November and no month 13. The nearest days that there are stand in the message.

Wrong::

    nwadcs-november:
      date: 31 November 2017

Right::

    nwadcs-november:
      date: Thursday 30 November 2017

See also: malformed-date, wrong-weekday
"""
