package org.bandung.collection;

/// An initiative on an institution's list.
///
/// @param hash of what was known of it when it was listed; what is confirmed is what was read
public record RoundItem(String id, String hash) {}
