package org.bandung.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Reads the starter collection: initiatives of public record, written down by the project itself
/// as a compilation, so that a newcomer does not find an empty house.
final class StarterReader {

  static final String CHANNEL = "starter";
  private static final String FILE = "/starter/initiatives.csv";
  private static final String JUDGED_WITH = "starter-1";

  private static final Statement.Source SOURCE =
      new Statement.Source(
          CHANNEL, "bandung", LocalizedText.of("en", "Bandung starter collection"));

  private StarterReader() {}

  static List<Statement> read() {
    try (var stream = StarterReader.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      try (var rows =
          CsvReader.builder()
              .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return rows.stream().map(StarterReader::statement).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private static Statement statement(NamedCsvRecord row) {
    var text = String.join("\n", row.getFields());
    return new Statement(
        SOURCE,
        row.getField("id"),
        Statement.Speaker.COMPILATION,
        sha256(text),
        Statement.Payload.compress(text),
        null,
        null,
        content(row),
        List.of(),
        JUDGED_WITH);
  }

  private static Content content(NamedCsvRecord row) {
    var period =
        new Period(
            PartialDate.parse(row.getField("start")).orElse(null),
            PartialDate.parse(row.getField("end")).orElse(null),
            row.getField("open").equals("yes"));
    return new Content(
        row.getField("kind"),
        titles(row),
        text("en", row.getField("summary_en")),
        null,
        Period.UNKNOWN,
        period,
        participants(row),
        classifications(row),
        places(row),
        contributions(row, period),
        List.of(),
        List.of(),
        List.of(
            new Content.Link(
                row.getField("source_url"),
                text("en", row.getField("source_title")),
                null,
                row.getField("verified").equals("yes"))),
        List.of(),
        List.of(),
        List.of());
  }

  private static LocalizedText titles(NamedCsvRecord row) {
    var titles = new TreeMap<String, String>();
    for (var language : Messages.LANGUAGES) {
      var title = row.getField("title_" + language);
      if (!title.isBlank()) {
        titles.put(language, title);
      }
    }
    return new LocalizedText(titles);
  }

  private static LocalizedText text(String language, String text) {
    return text.isBlank() ? LocalizedText.EMPTY : LocalizedText.of(language, text);
  }

  private static List<Participant> participants(NamedCsvRecord row) {
    var participants = new ArrayList<Participant>();
    for (var part : parts(row, "countries")) {
      int colon = part.indexOf(':');
      participants.add(
          Participant.country(
              role(part.substring(colon + 1)), new CountryCode(part.substring(0, colon))));
    }
    for (var part : parts(row, "organisations")) {
      var cells = part.split("\\|", -1);
      var mention =
          new Participant.OrganisationMention(null, text("und", cells[0]), none(cells[3]), null);
      var country = none(cells[1]);
      participants.add(
          new Participant(
              role(cells[2]),
              country == null ? null : new CountryCode(country),
              null,
              null,
              mention));
    }
    return participants;
  }

  private static List<Content.Classification> classifications(NamedCsvRecord row) {
    var codes = new ArrayList<Content.Classification>();
    add(codes, "dac-sector", parts(row, "dac_sector"));
    add(codes, "sdg", parts(row, "sdgs"));
    add(codes, "un-domain", parts(row, "domain"));
    add(codes, "cooperation-form", parts(row, "form"));
    return codes;
  }

  private static void add(List<Content.Classification> codes, String scheme, List<String> values) {
    for (var value : values) {
      codes.add(new Content.Classification(scheme, value, null, LocalizedText.EMPTY));
    }
  }

  private static List<Content.Place> places(NamedCsvRecord row) {
    return parts(row, "places").stream()
        .map(place -> new Content.Place(text("en", place), null, null, null))
        .toList();
  }

  private static List<Content.Contribution> contributions(NamedCsvRecord row, Period period) {
    var contributions = new ArrayList<Content.Contribution>();
    for (var money : parts(row, "money")) {
      int space = money.indexOf(' ');
      var amount =
          new ReportedAmount(
              new BigDecimal(money.substring(space + 1).strip()), money.substring(0, space));
      contributions.add(contribution(period, amount, null));
    }
    for (var quantity : parts(row, "quantity")) {
      int space = quantity.indexOf(' ');
      contributions.add(
          contribution(
              period,
              null,
              new Quantity(
                  new BigDecimal(quantity.substring(0, space)),
                  quantity.substring(space + 1).strip())));
    }
    return contributions;
  }

  private static Content.Contribution contribution(
      Period period, @Nullable ReportedAmount amount, @Nullable Quantity quantity) {
    return new Content.Contribution(
        "contribution",
        null,
        period,
        amount,
        null,
        quantity,
        amount == null ? null : "reported-amount",
        false,
        null,
        null,
        null,
        null,
        List.of(),
        LocalizedText.EMPTY);
  }

  private static List<String> parts(NamedCsvRecord row, String column) {
    var parts = new ArrayList<String>();
    for (var part : row.getField(column).split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static Role role(String code) {
    return Role.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String none(String cell) {
    return cell.isBlank() ? null : cell.strip();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
