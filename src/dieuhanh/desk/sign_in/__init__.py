"""Signing in by django-allauth, in our words: what its forms say, what it does where we do otherwise."""
