package org.bandung.exchange.files;

/// The text of one record cut out of its file, from `<iati-activity` to `</iati-activity>`.
///
/// @param firstLine the line of the record's start tag in the file, counted from 1
public record RecordSlice(RootTag root, String text, int firstLine) {}
