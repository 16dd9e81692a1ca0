"""The official pages that facts rest on, fetched and held against what was seen before."""
