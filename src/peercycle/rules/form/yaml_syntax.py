"""The text does not follow the rules of YAML that a cycle file keeps to.

Keys and values are told apart by colons and indentation. A colon in the middle of a text, a quotation mark that is never
closed or a line that fits nowhere makes everything below it unreadable, so it is the one fault that hides others. Anchors,
aliases, tags and merge keys are refused: the file is read by people.

Wrong::

    submit-self-view:
      do: Send the self-view: signed off by the Lead Member

Right::

    submit-self-view:
      do: "Send the self-view: signed off by the Lead Member"

See also: key-without-value, duplicate-key
"""
