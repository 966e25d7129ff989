package org.bandung.web.desk;

import io.nayuki.qrcodegen.QrCode;

/// A picture that a telephone reads: the path of its dark squares, each one unit wide.
///
/// @param size how many units wide and high, with the light border readers need
/// @param path as SVG draws it
record QrPicture(int size, String path) {

  private static final int BORDER = 4;

  static QrPicture of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
        }
      }
    }
    return new QrPicture(code.size + 2 * BORDER, path.toString());
  }
}
