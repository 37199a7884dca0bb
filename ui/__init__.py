"""Everything Qt. A room per page; rooms do not import each other."""
