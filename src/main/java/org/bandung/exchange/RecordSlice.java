package org.bandung.exchange;

/// One record cut out of its file, as written there.
///
/// @param text from the start tag to the end tag
/// @param firstLine the line of the file on which it starts
record RecordSlice(RootTag root, String text, int firstLine) {}
