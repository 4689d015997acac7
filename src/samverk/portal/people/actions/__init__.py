"""Deeds on accounts. `from samverk.portal.people.actions.change_profile import change_profile`"""
