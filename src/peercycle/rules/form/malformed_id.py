"""An id has other signs than small letters, digits and hyphens.

Ids are the short names by which the entries of the file refer to one another. They go into file names and command lines, so
they have no spaces, capitals or accents.

Wrong::

    bodies:
      SPD Group: {name: Strategic Performance and Data group}

Right::

    bodies:
      spd-group: {name: Strategic Performance and Data group}

See also: duplicate-id, unknown-reference
"""
