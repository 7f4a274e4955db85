"""A value of another kind than is wanted here.

A text where a list of entries belongs, a list where one text belongs, or a word that is not among those allowed.

Wrong::

    documents:
      data-pack: {title: Data pack, per: council}

Right::

    documents:
      data-pack: {title: Data pack, per: authority}

See also: unknown-key, malformed-quantity
"""
