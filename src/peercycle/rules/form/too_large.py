"""The file, or a line of it, is larger than any cycle is.

A year with some two dozen authorities takes about a thousand lines. A file of more than 16 MiB, a line of more than 64 KiB,
more than half a million keys and values, or more than 500 faults means that something else has been given to peercycle.

A short file can ask for too much as well: what is done by `each authority` and for `each authority` is worked out for every
pair of them. At the event or action with which a cycle comes to more than 100,000 meetings, tasks and deadlines, none of
them is worked out. With two dozen authorities there are about five hundred.

If this is meant
    It cannot be waived. Put long texts under >- on lines of their own, and
    check that the right file is named. Of what is done by each and for each,
    put one of the two into the sentence that says what to do.

See also: unreadable-file
"""
