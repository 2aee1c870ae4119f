"""Paper: a frozen shape goes in, a ``Doc`` comes out, and the ``Doc`` becomes bytes."""
