"""The look of each pane, compared with small pictures that a person has looked at."""
