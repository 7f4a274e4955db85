"""Brackets or indentation go deeper than any cycle file does.

A cycle file needs about ten levels. More than forty are a slip of the keyboard or no cycle file at all, and reading stops
there.

Wrong::

    issue-questions:
      needs: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[self-view
        ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Right::

    issue-questions:
      needs: [self-view]

See also: yaml-syntax
"""
