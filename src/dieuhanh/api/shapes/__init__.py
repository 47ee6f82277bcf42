"""The shapes of answers, in the words of the contract, and how they are made from rows."""
