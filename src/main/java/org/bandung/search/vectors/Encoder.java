package org.bandung.search.vectors;

/// Turns a text into a direction: texts that say the like point the like way.
public interface Encoder {

  /// The direction of a text, of length 1. What is longer than the encoder can take is cut.
  ///
  /// @throws Trouble if it fails on this text
  float[] encode(String text);

  /// Whether it knows a language; directions of texts in others would mean nothing.
  boolean speaks(String language);

  /// The least cosine at which one text is near another; encoders differ in it.
  double least();

  /// Differs between encoders whose directions cannot be compared; letters and digits.
  String fingerprint();

  /// An encoder that cannot be used; the message says what, where and what to do.
  final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
      super(message);
    }

    Trouble(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
