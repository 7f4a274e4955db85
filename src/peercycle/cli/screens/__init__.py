"""Answers laid out for the terminal and as JSON: plain functions from a status to lines."""
