"""The window: shows the review's state and turns what a person does into edits. Holds no truth of its own."""
