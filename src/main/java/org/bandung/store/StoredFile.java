package org.bandung.store;

/// A file that is kept.
///
/// @param sha256 of its bytes, in hexadecimal digits: what it is found by
/// @param name as it was handed over, made harmless; one found again by its bytes bears a name made
///   of them, since what others called it is theirs
/// @param mediaType by its content
public record StoredFile(String sha256, String name, String mediaType, long bytes) {}
