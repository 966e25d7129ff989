package org.bandung.store;

import java.util.List;

/// The kinds of files that are kept.
///
/// @param endings of names; the first is given to names that have none of them
record FileType(String mediaType, List<String> endings) {

  static final FileType PDF = new FileType("application/pdf", List.of(".pdf"));
  static final FileType PNG = new FileType("image/png", List.of(".png"));
  static final FileType JPEG = new FileType("image/jpeg", List.of(".jpg", ".jpeg"));
  static final FileType TEXT = new FileType("text/plain", List.of(".txt", ".csv", ".md"));

  private static final String OPEN = "application/vnd.oasis.opendocument.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  static final FileType ODT = new FileType(OPEN + "text", List.of(".odt"));
  static final FileType ODS = new FileType(OPEN + "spreadsheet", List.of(".ods"));
  static final FileType ODP = new FileType(OPEN + "presentation", List.of(".odp"));
  static final FileType DOCX = new FileType(OFFICE + "wordprocessingml.document", List.of(".docx"));
  static final FileType XLSX = new FileType(OFFICE + "spreadsheetml.sheet", List.of(".xlsx"));
  static final FileType PPTX =
      new FileType(OFFICE + "presentationml.presentation", List.of(".pptx"));

  static final List<FileType> ALL = List.of(PDF, PNG, JPEG, TEXT, ODT, ODS, ODP, DOCX, XLSX, PPTX);

  static String ending(String mediaType) {
    return ALL.stream()
        .filter(t -> t.mediaType.equals(mediaType))
        .map(t -> t.endings.getFirst())
        .findFirst()
        .orElse("");
  }
}
