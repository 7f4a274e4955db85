"""What the phrases of a cycle file share: being misread."""


class Misread(ValueError):
    """A text outside the grammar of its field.

    `rule` is the id of the form fault, `words` the part of the text at fault ("" for all of it), `hint` what to write.
    """

    def __init__(self, rule: str, message: str, hint: str = "", words: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.words = words
