"""Disk: where a cycle, its source document, its templates and its outputs are. The only writer of outputs."""
