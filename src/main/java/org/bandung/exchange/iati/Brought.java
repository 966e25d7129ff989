package org.bandung.exchange.iati;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Statement;

/// The statements that a file of another node brings, as they stood there.
public final class Brought {

  /// The channel of what people of a node released.
  private static final String DESK = "desk";

  private Brought() {}

  /// The statements of a block, in its order.
  ///
  /// @param mapped what the activity itself says
  /// @param notes what the rules say of it
  /// @param judgedWith fingerprint of the rules that gave the notes
  /// @param untouched keys of sources that speak on this node itself; nobody brings their word
  public static List<Statement> of(
      ReadBlock block, Content mapped, List<Note> notes, String judgedWith, Set<String> untouched) {
    var statements = new ArrayList<Statement>();
    for (var stated : block.statements()) {
      boolean own =
          stated.source().channel().equals(DESK) && untouched.contains(stated.source().key());
      if (!own) {
        statements.add(
            stated.content() == null
                ? original(stated, block.activity(), mapped, notes, judgedWith)
                : told(stated, stated.content(), judgedWith));
      }
    }
    return statements;
  }

  private static Statement original(
      ReadBlock.Stated stated,
      String activity,
      Content mapped,
      List<Note> notes,
      String judgedWith) {
    return new Statement(
        stated.source(),
        stated.originalId(),
        stated.speaker(),
        hash(activity),
        new Statement.Payload(gzip(activity)),
        stated.lastUpdated(),
        stated.generated(),
        mapped,
        notes,
        judgedWith);
  }

  private static Statement told(ReadBlock.Stated stated, Content content, String judgedWith) {
    var element = ContentCodec.json(content);
    return new Statement(
        stated.source(),
        stated.originalId(),
        stated.speaker(),
        hash(stated.originalId() + element),
        Statement.Payload.compress(element),
        stated.lastUpdated(),
        stated.generated(),
        content,
        List.of(),
        judgedWith);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream(text.length() / 4 + 200);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    return bytes.toByteArray();
  }
}
