package org.bandung.notices;

import java.time.Instant;

/// A search somebody wants to be told of.
///
/// @param name as she calls it
/// @param address of the search's page, below this node
/// @param told up to when new and changed records were looked at
public record SavedSearch(String id, String account, String name, String address, Instant told) {}
