"""The file: tables, migrations, journal, search, and one query file per noun. Rows stay in here."""
