"""A line of the log is no whole record, or a record stands there twice.

An editor, a program that synchronises folders, a full disk or a merge has left half a line, bytes of nothing, or a line twice.
Every whole record is read all the same; what is told here counts for nothing until it is mended.

What to do
  If the line can be read, record what it says anew and take the line out. A
  record that stands twice counts once: take one of the two out. Lines between
  git's marks of a conflict count; take the marks out, and let git merge logs by
  itself with this line in .gitattributes:
    *.progress.jsonl text eol=lf merge=union

See also: malformed-record, conflicting-records
"""
