"""The terminal: commands, screens, exit codes, and the one place where the clock is read."""
