"""The weekly session: one act after the other, each with its reason, a draft and the way to the person."""
