"""Tests of the annotated text pane."""
