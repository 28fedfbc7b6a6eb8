"""Set-up, checks and packaging; standard library only until the environment stands."""
