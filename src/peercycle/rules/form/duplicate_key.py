"""A key stands twice in the same place.

Only one of the two could count, and nobody would see which. Both are shown; the first is kept while the rest of the file is
checked.

Wrong::

    bodies:
      spd-group: {name: Strategic Performance and Data group}
      spd-group: {name: School Performance group}

Right::

    bodies:
      spd-group: {name: Strategic Performance and Data group}
      school-group: {name: School Performance group}

See also: duplicate-id
"""
