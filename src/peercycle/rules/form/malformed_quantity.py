"""A number, a length of time, or a yes or no that cannot be read.

Numbers are written in digits, lengths of time as `10 working days`, and yes and no as true and false.

Wrong::

    rounds:
      december: {title: December round, when: December 2017, authorities: two}

Right::

    rounds:
      december: {title: December round, when: December 2017, authorities: 2}

See also: wrong-type
"""
