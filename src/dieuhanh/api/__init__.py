"""The API for programs: what the register knows, as JSON with the contract's words. Reads only, for everybody."""
