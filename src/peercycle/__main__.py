"""The door of the program: one process, one command, one exit code."""

import gc
import os
import sys


def main() -> None:
    """Run the command on the command line and leave with its exit code."""
    # a short-lived process: collecting while modules load costs a tenth of its time and frees nothing
    gc.disable()
    # plugins of other packages must not change how a cycle file is read, and looking for them costs a tenth as well
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from peercycle.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
