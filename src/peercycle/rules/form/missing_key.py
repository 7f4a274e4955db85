"""An entry lacks a key that it must have.

An action says what to do, who does it and by when; a meeting has a title and a date; a phase a title and a time. Where the
answer is not known, TBC keeps the place and becomes a question.

Wrong::

    phases:
      support:
        actions:
          write-report:
            do: Write the report
            owner: sli-team
            source: Good practice is shared on 1 February 2018.

Right::

    phases:
      support:
        actions:
          write-report:
            do: Write the report
            owner: sli-team
            due: March 2018
            source: Good practice is shared on 1 February 2018.

See also: unknown-key, action-without-date, action-without-owner
"""
