package org.bandung.statistics.facts;

import org.bandung.registry.counted.Countable;

/// An initiative as it is told beside how it is counted: the flow at a place is the contribution at
/// that place.
public record Reckoned(Countable countable, Fact fact) {}
