package org.bandung.registry.said;

import java.time.Instant;
import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What one source says of one initiative, as a door hands it in.
///
/// @param originalId the initiative's id in the source's own books
/// @param contentHash 64 hexadecimal digits over the original element; equal means nothing new
/// @param element the original element, compressed
/// @param lastUpdated when the publisher last changed the record
/// @param generated when the file was made
/// @param judgedWith fingerprint of the rules that gave the notes
public record Statement(
    Source source,
    String originalId,
    Speaker speaker,
    String contentHash,
    Payload element,
    @Nullable Instant lastUpdated,
    @Nullable Instant generated,
    Content content,
    List<Note> notes,
    String judgedWith) {

  public Statement {
    notes = List.copyOf(notes);
  }

  /// Who speaks: this decides whose word comes first in the composition.
  public enum Speaker {
    /// A participant speaks.
    PARTY,
    /// The publisher speaks of work it reports.
    PUBLISHER,
    /// A third party wrote it down; outside headline totals unless the reader asks.
    COMPILATION;

    /// Whether it only corrects what others say: a participant that names neither who takes part
    /// nor what was given. Such a word stands in its own fields and is no side of its own.
    public boolean corrects(Content said) {
      return this == PARTY && said.participants().isEmpty() && said.contributions().isEmpty();
    }
  }

  /// Where statements come from: one publisher's voice over one channel.
  ///
  /// @param channel `iati`, `starter`, later `table`, ...
  /// @param publisher the publisher's reference in that channel
  public record Source(String channel, String publisher, LocalizedText name) {

    /// The stable key, such as `iati:XM-DAC-41114`.
    public String key() {
      return channel + ":" + publisher;
    }
  }

  /// The original bytes, compressed; a class because arrays have no equality of records.
  public static final class Payload {
    private final byte[] compressed;

    /// Takes over the bytes; the caller does not change them any more.
    public Payload(byte[] compressed) {
      this.compressed = compressed;
    }

    /// Compresses the original text.
    public static Payload compress(String original) {
      return new Payload(ContentCodec.deflate(original));
    }

    /// The bytes; the caller does not change them.
    public byte[] compressed() {
      return compressed;
    }
  }
}
