"""The door of the program: one process, one command, one exit code."""

import gc
import os
import sys
from types import ModuleType


def main() -> None:
    """Run the command on the command line and leave with its exit code."""
    # a short-lived process: collecting while modules load costs a tenth of its time and frees nothing
    gc.disable()
    _leave_out_plugins()
    try:
        from peercycle.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _leave_out_plugins() -> None:
    """Let pydantic find no plugins: those of other packages must not change how a cycle file is read.

    The variable is pydantic's own way, heeded only once the part that looks for plugins is loaded, with email, sockets and
    more: a twentieth of the time of `status`. So something empty stands in for that part.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


if __name__ == "__main__":
    main()
