"""A record in the log lacks something, or holds what cannot stand there.

A key is missing, a day is no day, a word is none of those that can stand there: the record does not count until it is mended.
It comes of editing the log by hand; `record` writes no such line.

What to do
  Mend the value at the place shown, or take the line out and record what
  happened with peercycle record. Every key is explained in
  docs/progress-log.md.

See also: torn-log
"""
