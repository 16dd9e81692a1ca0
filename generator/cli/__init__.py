"""The command `imp-guide`: what the hook does, and what editors need besides, from a shell."""
