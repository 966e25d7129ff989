package org.bandung.consultation;

/// A consultation came to a conclusion, or lost it since a party disowned a letter. Published
/// inside the transaction in which that happened.
///
/// @param now how things stand, notes and all
/// @param disowned why the party disowned the letter; empty where none did
public record ConclusionChanged(Consultation now, String disowned) {}
