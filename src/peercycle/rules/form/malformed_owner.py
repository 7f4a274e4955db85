"""Words that name nobody who can be found.

An owner is an id (`sli-team`), a post or role of somebody (`coordinator of sli-team`, `lead-member of each authority`), or one of
the phrases for several: `each authority`, `each authority in december`, `each lead authority`, and the same with the region's own
word for a group. Plain words such as `all directors` cannot be turned into a list of who has to do what.

Wrong::

    submit-self-view:
      owner: all authorities

Right::

    submit-self-view:
      owner: each authority

See also: action-without-owner, unknown-reference, unknown-role
"""
