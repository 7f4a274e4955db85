"""A deadline that is neither a date nor leans on a meeting or an action.

A deadline may be a date, or lean on something that has one: `nwadcs-november`, `before own forum`, `10 working days after
forum`, `with submit-self-view`. Other ways to say the same are refused, with the text to write instead where it can be told.

Wrong::

    issue-questions:
      due: within 5 working days of nwadcs-november

Right::

    issue-questions:
      due: 5 working days after nwadcs-november

See also: malformed-date, due-range, unknown-reference
"""
