package org.bandung.consultation;

import java.time.Instant;
import java.time.LocalDate;
import org.bandung.consultation.ConsultationEvent.Author;

/// A position that a party has taken on one version, and how one knows of it.
public record Reply(Position position, Instant at, Voice voice) {

  /// How a reply came.
  public sealed interface Voice {}

  /// The party said it here.
  public record Own(Author by) implements Voice {}

  /// It came by letter; another party's person answers for having entered it rightly.
  public record Attested(Author by, Letter letter) implements Voice {}

  /// It came by letter, and the party has since said that it is its own.
  public record Confirmed(Author by, Author attestedBy, Letter letter) implements Voice {}

  /// A letter, kept as a file.
  ///
  /// @param reference the number or name that the letter itself bears
  /// @param sha256 of the file, in hexadecimal digits
  public record Letter(String reference, LocalDate dated, String file, String sha256) {}

  /// Whether only another party says that this was said.
  public boolean restsOnAttestation() {
    return voice instanceof Attested;
  }
}
