"""The same records as files for other programs: search engines, spreadsheets, calendars, feeds."""
