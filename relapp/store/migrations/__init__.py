"""Steps from one version of the file to the next, in order, frozen; a step never imports today's tables.

`PRAGMA user_version` counts the steps taken; the application id marks the file as ours.
"""

from __future__ import annotations

from relapp.store.migrations import m0001_first, m0002_boundaries, m0003_nurturing, m0004_backlog

STEPS: tuple[str, ...] = (m0001_first.SQL, m0002_boundaries.SQL, m0003_nurturing.SQL, m0004_backlog.SQL)
"""One script a step; step n brings a file from version n-1 to n."""
