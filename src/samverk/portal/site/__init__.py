"""The portal put together: settings, addresses, server entry."""
