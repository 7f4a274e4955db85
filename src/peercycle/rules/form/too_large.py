"""The file, or a line of it, is larger than any cycle is.

A year with some two dozen authorities takes about a thousand lines. A file of more than 16 MiB, a line of more than 64 KiB,
more than half a million keys and values, or more than 500 faults means that something else has been given to peercycle.

If this is meant
    It cannot be waived. Put long texts under >- on lines of their own, and
    check that the right file is named.

See also: unreadable-file
"""
