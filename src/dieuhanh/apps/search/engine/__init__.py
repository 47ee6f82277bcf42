"""The index itself: what it holds, how it is asked, how it is written. Nothing outside knows Tantivy.

One document of the index for each document of the register, and one that holds the position up to which the index follows: both are
committed together, so that a process may die at any moment.
"""
