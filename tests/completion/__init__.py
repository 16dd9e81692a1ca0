"""What an editing program completes and marks: `make completion` asks a real one.

It needs Node.js and npm, so it is no part of `make test`.
"""
