"""A key that entries of this kind do not have.

Keys are fixed, so a misspelt one would be passed over in silence and what it says would be lost. The nearest key is named.

Wrong::

    submit-self-view:
      signoff: [lead-member]

Right::

    submit-self-view:
      sign-off: [lead-member]

See also: missing-key
"""
