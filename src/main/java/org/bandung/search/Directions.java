package org.bandung.search;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.document.Field;
import org.bandung.kernel.Once;
import org.bandung.search.vectors.Encoder;
import org.bandung.search.vectors.EncoderFolder;
import org.bandung.search.vectors.Nearest;
import org.bandung.store.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The directions texts point to, where this node has an encoder.
///
/// An encoder that cannot be used is told once, and search goes on without.
@Component
final class Directions {

  private static final Logger LOG = LoggerFactory.getLogger(Directions.class);

  /// An encoder reads some 256 tokens; a token is hardly ever longer than this share of it.
  private static final int LONGEST = 3_000;

  private final Once<Optional<Encoder>> encoder;
  private final AtomicBoolean told = new AtomicBoolean();

  @Autowired
  Directions(SearchSettings settings, DatabaseSettings node) {
    this.encoder =
        Once.of(() -> settings.encoder().flatMap(f -> open(EncoderFolder.of(f, node.home()))));
  }

  Directions(Optional<Encoder> encoder) {
    this.encoder = Once.of(() -> encoder);
  }

  private static Optional<Encoder> open(EncoderFolder folder) {
    try {
      var encoder = folder.open();
      LOG.info("search goes by meaning too, with the encoder in {}", folder.folder());
      return Optional.of(encoder);
    } catch (Encoder.Trouble e) {
      LOG.warn("{} Search goes by words and topics only.", e.getMessage());
      return Optional.empty();
    }
  }

  /// Differs between encoders; empty without one.
  String fingerprint() {
    return encoder.get().map(Encoder::fingerprint).orElse("");
  }

  /// Finds the documents nearest to a direction; none without an encoder.
  Optional<Nearest> nearest() {
    return encoder.get().map(e -> new Nearest(e.fingerprint(), e.least()));
  }

  /// The direction of a text, if there is an encoder and it knows the language.
  Optional<float[]> of(String text, String language) {
    return encoder.get().filter(e -> e.speaks(language)).flatMap(e -> encoded(e, text));
  }

  /// The direction of a document, as the index keeps it.
  Optional<Field> field(String text, String language) {
    return nearest().flatMap(n -> of(text, language).map(n::field));
  }

  private Optional<float[]> encoded(Encoder encoder, String text) {
    try {
      return Optional.of(encoder.encode(text.substring(0, Math.min(LONGEST, text.length()))));
    } catch (Encoder.Trouble e) {
      if (!told.getAndSet(true)) {
        LOG.warn("{} Such texts are found by words and topics only.", e.getMessage());
      }
      return Optional.empty();
    }
  }
}
