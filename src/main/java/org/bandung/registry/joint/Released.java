package org.bandung.registry.joint;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Body;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Statement;
import org.bandung.store.Files;
import org.springframework.stereotype.Component;

/// Hands what is released over to the tables the public reads, and takes back what no longer is.
@Component
class Released {

  /// The channel of what people of this node say.
  static final String CHANNEL = "desk";

  private static final Content NOTHING =
      new Content(
          null,
          LocalizedText.EMPTY,
          LocalizedText.EMPTY,
          null,
          Period.UNKNOWN,
          Period.UNKNOWN,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private final Registry registry;
  private final Reference reference;
  private final Files files;

  Released(Registry registry, Reference reference, Files files) {
    this.registry = registry;
    this.reference = reference;
    this.files = files;
  }

  /// Makes the public statements what they are to be now; call it in the transaction of the deed.
  void handOver(List<Recorded> events, Map<String, Body> bodies) {
    var id = JointHistory.fold(events).id();
    var at = events.getLast().at();
    var contents =
        Publication.of(events, bodies.keySet(), new Publication.Known(this::name, this::picture));
    var statements =
        contents.entrySet().stream()
            .flatMap(e ->
                Optional.ofNullable(bodies.get(e.getKey())).stream()
                    .map(body -> statement(body, originalId(id), e.getValue(), at)))
            .toList();
    if (!statements.isEmpty()) {
      registry.receive(CHANNEL, statements);
    }
    bodies.forEach((party, body) -> {
      if (!contents.containsKey(party)) {
        takeBack(body, originalId(id), at);
      }
    });
  }

  /// What was taken back must not stand there as the last word either.
  void takeBack(Body body, String originalId, Instant at) {
    if (registry.withdraw(source(body).key(), originalId)) {
      registry.receive(CHANNEL, List.of(statement(body, originalId, NOTHING, at)));
      registry.withdraw(source(body).key(), originalId);
    }
  }

  /// The id under which all parties speak of it, so that their statements are of one initiative.
  static String originalId(String id) {
    return "BANDUNG-JOINT-" + id.toUpperCase(java.util.Locale.ROOT);
  }

  static Statement.Source source(Body body) {
    return new Statement.Source(CHANNEL, body.id(), LocalizedText.of("und", body.name()));
  }

  static Statement statement(Body body, String originalId, Content content, Instant at) {
    var element = ContentCodec.json(content);
    return new Statement(
        source(body),
        originalId,
        Statement.Speaker.PARTY,
        hash(originalId + element),
        Statement.Payload.compress(element),
        at,
        null,
        content,
        List.of(),
        "desk");
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Only what is a picture and nothing else goes out, whenever it was taken in.
  private Optional<Content.Picture> picture(Telling.Picture told) {
    var described = told.described();
    return described == null
        ? Optional.empty()
        : files
            .cleaned(told.sha256())
            .map(p ->
                new Content.Picture(
                    p.sha256(), described.alt(), told.caption(), p.width(), p.height()));
  }

  private LocalizedText name(String scheme, String code) {
    var names = new java.util.TreeMap<String, String>();
    for (var language : org.bandung.kernel.Messages.LANGUAGES) {
      names.put(
          language,
          scheme.equals(Publication.COUNTRY)
              ? reference.countryName(new org.bandung.kernel.CountryCode(code), language)
              : reference.label(scheme, code, language));
    }
    return new LocalizedText(names);
  }
}
