"""YAML text to a cycle, or to located diagnostics."""
