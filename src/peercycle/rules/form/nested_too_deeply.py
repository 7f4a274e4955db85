"""Brackets or indentation go deeper than any cycle file does.

A cycle file needs about ten levels. More than forty are a slip of the keyboard or no cycle file at all, and reading stops
there.

Wrong::

    submit-self-view:
      needs: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[self-view]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Right::

    submit-self-view:
      needs: [data-pack]

See also: yaml-syntax
"""
