"""Cycle and date to tasks, meetings, timeline, questions and status: pure."""
