"""A signature is recorded of a role that does not sign this action.

It brings the action no nearer to being done: those who do have to sign are still waited for, and will be reminded. Either the
role is mistyped, or the wrong person has signed.

What is compared
  The role of each record that says something was signed, with sign-off of the
  action in the cycle file. A role that the file does not know at all is told
  here, too.

Such as
  {"what": "signed", "action": "submit-self-view", "role": "dcs", ...}
  The self-view is signed by the lead-member alone.

See also: record-out-of-order, unknown-action
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.progress.record import DOING
from peercycle.rules.log.logged import Logged, at
from peercycle.schedule import names
from peercycle.schedule.wording import listed

ID = "wrong-signatory"
SEVERITY: Severity = "warning"


def check(logged: Logged) -> Iterator[Fault]:
    """Yield each signature in force by a role that is not among those who sign."""
    cycle = logged.plan.cycle
    for record in logged.records:
        if record.what not in DOING or not record.role or record.line in logged.faulty:
            continue
        for task in logged.tasks_of(record)[:1]:
            signing = [role for step in logged.plan.action(task).sign_off for role in step]
            if record.role in signing:
                continue
            known = record.role in cycle.roles or record.role in cycle.bodies
            who = f"the {names.signatory(cycle, record.role)}" if known else f"'{record.role}'"
            whose = listed([f"the {names.signatory(cycle, role)} ({role})" for role in signing])
            hint = f"It is signed by {whose}." if signing else "Nobody signs it: leave the role out."
            yield Fault(f"{who} does not sign {task.action}", at(record, "role"), hint)
