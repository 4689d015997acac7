"""What a key to the API opens."""

from enum import StrEnum


class Scope(StrEnum):
    """One for reading and one for writing of each stage. Neither gives more than its person may do on the screens."""

    PROFILE_READ = "profile:read"
    ORGANISATIONS_READ = "organisations:read"
    ORGANISATIONS_WRITE = "organisations:write"
    CALLS_READ = "calls:read"
    CALLS_WRITE = "calls:write"
    ALLIANCES_READ = "alliances:read"
    ALLIANCES_WRITE = "alliances:write"
    NOTICES_READ = "notices:read"
    NOTICES_WRITE = "notices:write"
