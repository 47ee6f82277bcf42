"""Other systems are told what happened, signed, again and again until they have it or are given up."""
