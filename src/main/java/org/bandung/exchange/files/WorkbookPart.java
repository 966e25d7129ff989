package org.bandung.exchange.files;

/// Watches one part of a workbook go by. What a part is, its content says: names of parts are
/// claims of whoever packed them. Zero bytes are passed over, so that UTF-16 is seen too.
final class WorkbookPart {

  private static final int LETTERS_OF_A_COLUMN = 3;
  private static final int MOST_SHARED_TEXT = 64 << 20;

  private static final Word SHEET = Word.of("heetData");
  private static final Word TEXTS = Word.of("<sst");
  private static final Word PREFIXED_TEXTS = Word.of(":sst");
  private static final Word ROW = Word.of("<row");
  private static final Word PREFIXED_ROW = Word.of(":row");
  private static final Word ROW_END = Word.of("/row");

  private final long longestRow;
  private long last;
  private long size;
  private boolean sheet;
  private boolean sharedText;
  private boolean row;
  private long sinceRow;
  private int address;
  private int letters;

  /// @param longestRow in bytes: the library keeps a row whole
  WorkbookPart(long longestRow) {
    this.longestRow = longestRow;
  }

  void look(byte[] buffer, int length) throws UnreadableInput {
    size += length;
    for (int i = 0; i < length; i++) {
      if (buffer[i] != 0) {
        look(buffer[i] & 0xff);
      }
    }
    if (sharedText && size > MOST_SHARED_TEXT) {
      throw new UnreadableInput("bandung.bomb");
    }
  }

  private void look(int b) throws UnreadableInput {
    int before = (int) (last & 0xff);
    last = last << 8 | b;
    sheet |= ends(SHEET);
    sharedText |= ends(TEXTS) || ends(PREFIXED_TEXTS);
    if (sheet) {
      row(b);
      address(b, before);
    }
  }

  private void row(int b) throws UnreadableInput {
    if (b == 'w' && (ends(ROW) || ends(PREFIXED_ROW) || ends(ROW_END))) {
      row = !ends(ROW_END);
      sinceRow = 0;
    } else if (row && ++sinceRow > longestRow) {
      throw new UnreadableInput("bandung.bomb");
    }
  }

  /// Watches for `r="ABCD1"`: the library would make room for every column before it. Nor has an
  /// address anything to hide behind a reference to a character.
  private void address(int b, int before) throws UnreadableInput {
    if (address == 3 && (isLetter(b) || b == '&')) {
      if (b == '&' || ++letters > LETTERS_OF_A_COLUMN) {
        throw new UnreadableInput("bandung.workbook-broken", "column");
      }
    } else if (address == 0 || address == 3) {
      address = b == 'r' && before <= ' ' ? 1 : 0;
      letters = 0;
    } else if (b > ' ') {
      boolean quote = b == '"' || b == '\'';
      address = address == 1 && b == '=' ? 2 : address == 2 && quote ? 3 : 0;
    }
  }

  private static boolean isLetter(int b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }

  private boolean ends(Word word) {
    return (last & word.mask) == word.bytes;
  }

  /// Up to eight letters as one number.
  private record Word(long bytes, long mask) {
    static Word of(String text) {
      long bytes = 0;
      long mask = 0;
      for (int i = 0; i < text.length(); i++) {
        bytes = bytes << 8 | text.charAt(i);
        mask = mask << 8 | 0xff;
      }
      return new Word(bytes, mask);
    }
  }
}
