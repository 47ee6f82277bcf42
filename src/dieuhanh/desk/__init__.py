"""The pages of the people who work with the register: signed in, each doing what their role permits."""
