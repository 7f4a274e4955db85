"""A key has no value.

Either the value was forgotten, or a comma inside {...} has started a new key in the middle of a text. What is not known is
written TBC, so that it is asked about.

Wrong::

    documents:
      mou: {title: Memorandum of understanding, signed, per: authority}

Right::

    documents:
      mou: {title: "Memorandum of understanding, signed", per: authority}

See also: missing-key, yaml-syntax
"""
