"""Forms in which what is known leaves the application and comes back without loss."""
