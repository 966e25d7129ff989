package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.IatiFileReader.Piece;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.registry.StatementOracle;

/// Any bytes as an IATI file, from the disk to statements: unpacked, decoded, cut, judged, mapped.
class IatiFuzzTest {

  private static final Messages WORDS = Messages.of("exchange");
  private static final IatiReader READER =
      new IatiReader(
          new IatiSettings(
              Optional.ofNullable(System.getenv("BANDUNG_IATI_STANDARD")).map(Path::of)),
          new FakeReference());

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    var file = Files.createTempFile("bandung-fuzz", ".xml");
    try {
      Files.write(file, bytes);
      var sink = new Judging(bytes);
      new InputFiles(sink).read(List.of(file.toString()));
      assertThat(sink.files).isPositive();
    } finally {
      Files.delete(file);
    }
  }

  private static void known(String code) {
    assertThat(WORDS.has("note." + code)).as(code).isTrue();
  }

  /// Reads each file to its end and holds what comes out against what went in.
  private static final class Judging implements InputFiles.Sink {

    private final Optional<String> text;
    private int files;

    Judging(byte[] bytes) {
      this.text = asIs(bytes);
    }

    @Override
    public boolean file(String name, InputStream bytes) throws IOException {
      files++;
      var pieces = new ArrayList<Piece>();
      var reader = new IatiFileReader(pieces::add);
      boolean usable = true;
      try {
        reader.read(bytes);
      } catch (UnreadableInput e) {
        known(e.code());
        usable = !e.losesTheStream();
      } catch (IOException e) {
        usable = false;
      }
      StatementOracle.notes(reader.remarks());
      reader.remarks().forEach(n -> known(n.code()));
      pieces.forEach(Judging::judge);
      text.ifPresent(t -> inOrder(t, pieces));
      return usable;
    }

    private static void judge(Piece piece) {
      if (piece.refusal() != null) {
        known(piece.refusal().code());
        StatementOracle.notes(List.of(piece.refusal()));
        return;
      }
      var reading = READER.read(piece.slice(), IatiReader.hash(piece.slice()));
      StatementOracle.notes(reading.notes());
      assertThat(reading.notes()).noneMatch(n -> n.code().equals("bandung.fault"));
      switch (reading) {
        case IatiReader.Reading.Activity(var statement) -> StatementOracle.check(statement);
        case IatiReader.Reading.Brought(var statements, var _) ->
            statements.forEach(StatementOracle::check);
        case IatiReader.Reading.Organisation organisation ->
            assertThat(organisation.statement().toString()).isNotEmpty();
        case IatiReader.Reading.Refused(var notes) ->
            assertThat(notes).anyMatch(n -> n.severity() == Note.Severity.REFUSED);
      }
    }

    /// Every record is exact text of the file, one behind the other.
    private static void inOrder(String text, List<Piece> pieces) {
      int at = 0;
      for (var piece : pieces) {
        if (piece.refusal() == null) {
          int found = text.indexOf(piece.slice().text(), at);
          assertThat(found).as("a record that does not stand in the file").isNotNegative();
          at = found + piece.slice().text().length();
        }
      }
    }

    /// What plain ASCII says, where no packing and no declared encoding stand between.
    private static Optional<String> asIs(byte[] bytes) {
      for (byte b : bytes) {
        if (b <= 0) {
          return Optional.empty();
        }
      }
      var text = new String(bytes, StandardCharsets.US_ASCII);
      boolean plain = !text.contains("encoding") && !text.startsWith("PK") && text.length() > 5;
      return plain && !text.contains("ustar") ? Optional.of(text) : Optional.empty();
    }

    @Override
    public void unreadable(String name, String code, List<String> arguments) {
      files++;
      known(code);
      if (arguments.size() > 20) {
        throw new UncheckedIOException(new IOException("too much is said of " + code));
      }
    }
  }
}
