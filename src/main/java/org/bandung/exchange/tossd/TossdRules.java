package org.bandung.exchange.tossd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.Reckoned;
import org.jspecify.annotations.Nullable;

/// What a contribution is in the columns of TOSSD: a row for each flow and recipient. Pure.
///
/// What nobody reported stays empty: no code is guessed. Amounts are thousands of dollars of the
/// day, converted as all figures are.
final class TossdRules {

  private static final int THOUSANDS = 5;
  private static final String REPAYMENT = "loan-repayment";

  /// Of hundredths: figures leave larger amounts out.
  private static final int LONGEST = 16;

  private final Reference reference;
  private final Conversion conversion;

  TossdRules(Reference reference, Conversion conversion) {
    this.reference = reference;
    this.conversion = conversion;
  }

  /// A row: cells by the names of their columns; what is missing is not in it.
  record Row(Map<String, Object> cells) {}

  /// The rows of what a provider gave in a year.
  List<Row> rows(Reckoned reckoned, String provider, int year) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < reckoned.fact().flows().size(); i++) {
      var given = reckoned.countable().given().get(i);
      var flow = sides(reckoned.countable(), given, reckoned.fact().flows().get(i));
      var column = column(flow.kind());
      if (column.isPresent() && flow.giver().equals(provider) && flow.year() == year) {
        for (var part : parts(reckoned.fact(), flow)) {
          var cells = new HashMap<String, Object>();
          initiative(cells, reckoned.countable());
          flow(cells, reckoned.countable(), given, flow);
          recipient(cells, part.recipient());
          put(cells, column.get(), part.thousands());
          rows.add(new Row(cells));
        }
      }
    }
    return rows;
  }

  /// A repayment goes the other way: who pays it back received, and who gets it gave. A row tells
  /// who lent and who borrowed, as all its other columns do. Of a side that nobody names the facts
  /// have that of the initiative already.
  private static Fact.Flow sides(Countable c, Countable.Given given, Fact.Flow flow) {
    var said = given.what();
    if (!flow.kind().equals(REPAYMENT) || (said.provider() == null && said.receiver() == null)) {
      return flow;
    }
    // a recipient country beside the names is whom all of it is for: the borrower
    var country = said.recipientCountry();
    var lender =
        said.receiver() == null || country != null ? only(c, Role::provides) : flow.receiver();
    var borrower =
        country != null
            ? country.alpha3()
            : said.provider() == null ? only(c, Role::receives) : flow.giver();
    return new Fact.Flow(
        flow.kind(),
        flow.amount(),
        flow.currency(),
        flow.date(),
        flow.year(),
        lender,
        borrower,
        flow.form(),
        flow.terms(),
        flow.quantity(),
        flow.unit(),
        flow.sectors());
  }

  /// The only country on a side, or an empty text.
  private static String only(Countable c, Predicate<Role> side) {
    var countries =
        c.sides().stream()
            .filter(s -> side.test(s.role()))
            .map(s -> s.country().alpha3())
            .distinct()
            .toList();
    return countries.size() == 1 ? countries.getFirst() : "";
  }

  /// Where the amount of a kind of contribution goes; what is neither promised nor given has no
  /// place.
  private static Optional<String> column(String kind) {
    return switch (kind) {
      case "commitment" -> Optional.of("usd_commitment");
      // a reimbursement pays what the recipient spent already (IATI TransactionType 7)
      case "disbursement", "expenditure", "contribution", "reimbursement" ->
          Optional.of("usd_disbursement");
      case REPAYMENT -> Optional.of("usd_reflow");
      default -> Optional.empty();
    };
  }

  /// @param thousands null if no money was told, or it cannot be converted
  private record Part(String recipient, @Nullable BigDecimal thousands) {}

  private List<Part> parts(Fact fact, Fact.Flow flow) {
    var amount = hundredths(flow);
    if (!flow.receiver().isEmpty() || fact.recipients().isEmpty()) {
      return List.of(new Part(flow.receiver(), thousands(amount)));
    }
    var parts = new ArrayList<Part>();
    long before = 0;
    for (var share : fact.recipients()) {
      if (amount == null) {
        parts.add(new Part(share.code(), null));
      } else {
        long upTo = Fact.Share.of(amount, share.upTo());
        parts.add(new Part(share.code(), thousands(upTo - before)));
        before = upTo;
      }
    }
    return parts;
  }

  private static @Nullable BigDecimal thousands(@Nullable Long hundredths) {
    return hundredths == null ? null : BigDecimal.valueOf(hundredths, THOUSANDS);
  }

  /// Of a dollar, as figures are told in.
  private @Nullable Long hundredths(Fact.Flow flow) {
    var dollars = dollars(flow);
    var hundredths =
        dollars == null ? null : dollars.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN);
    return hundredths == null || hundredths.precision() > LONGEST ? null : hundredths.longValue();
  }

  private @Nullable BigDecimal dollars(Fact.Flow flow) {
    var amount = flow.amount();
    if (amount == null || amount.precision() - amount.scale() > 15) {
      return null;
    }
    if (flow.currency().equals("USD")) {
      return amount;
    }
    int date = flow.date();
    var day =
        date == Fact.UNKNOWN ? null : new PartialDate(date / 10_000, date / 100 % 100, date % 100);
    var currency = flow.currency().isEmpty() ? null : flow.currency();
    return conversion.convert(new ReportedAmount(amount, currency), day, "USD")
            instanceof Converted converted
        ? converted.amount()
        : null;
  }

  private void initiative(Map<String, Object> cells, Countable c) {
    var content = c.content();
    put(cells, "project_number", c.id());
    put(cells, "project_title", words(content.title()));
    put(cells, "project_description", words(content.description()));
    put(
        cells,
        "external_link",
        content.links().stream()
            .map(Content.Link::url)
            .filter(u -> u.startsWith("https://") || u.startsWith("http://"))
            .findFirst()
            .orElse(null));
    put(cells, "sdg_codes_raw", joined(codes(content.classifications(), "sdg"), ";"));
    framework(cells, c);
    purpose(cells, content.classifications());
    put(
        cells,
        "other_partners",
        joined(
            content.participants().stream()
                .map(Participant::organisation)
                .flatMap(Stream::ofNullable)
                .flatMap(o -> Stream.ofNullable(words(o.name())))
                .distinct()
                .toList(),
            "; "));
    put(cells, "source_name", joined(c.reporters().stream().sorted().toList(), "; "));
  }

  private static List<String> codes(List<Classification> all, String scheme) {
    return all.stream()
        .filter(c -> c.scheme().equals(scheme))
        .map(Classification::code)
        .distinct()
        .toList();
  }

  /// South-South by what it is derived to be, not by what anybody declares.
  private void framework(Map<String, Object> cells, Countable c) {
    var code =
        switch (c.reading().modality()) {
          case "triangular" -> "FC02";
          case "multilateral" -> c.reading().southSouth() ? "FC03" : null;
          default -> c.reading().southSouth() ? "FC01" : null;
        };
    if (code != null) {
      put(cells, "framework_of_collaboration_code", code);
      put(cells, "framework_of_collaboration_name", reference.label("tossd-framework", code, "en"));
    }
  }

  private void purpose(Map<String, Object> cells, List<Classification> all) {
    var purpose = Purpose.of(all);
    purpose
        .five()
        .ifPresent(five -> {
          put(cells, "purpose_code", five);
          put(cells, "purpose_name", reference.label("dac-sector", five, "en"));
        });
    purpose
        .three()
        .ifPresent(three -> {
          put(cells, "sector_code", three);
          put(cells, "sector_name", reference.label("dac-sector", three, "en"));
        });
  }

  private void flow(Map<String, Object> cells, Countable c, Countable.Given given, Fact.Flow flow) {
    var said = given.what();
    put(cells, "year", flow.year());
    put(cells, "provider_name", reference.countryName(new CountryCode(flow.giver()), "en"));
    boolean back = flow.kind().equals(REPAYMENT);
    put(cells, "provider_agency_name", agency(back ? said.receiver() : said.provider()));
    put(cells, "channel_raw_text", agency(back ? said.provider() : said.receiver()));
    modality(cells, c, said, flow);
    instrument(cells, c.content(), said);
  }

  private static @Nullable String agency(@Nullable OrganisationMention mention) {
    return mention == null ? null : words(mention.name());
  }

  /// The code a source gave, else that of the form of cooperation; none if there are several.
  private void modality(
      Map<String, Object> cells, Countable c, Content.Contribution said, Fact.Flow flow) {
    var own = codes(said.classifications(), "tossd-modality");
    var all = own.isEmpty() ? codes(c.content().classifications(), "tossd-modality") : own;
    var told =
        all.isEmpty() && !flow.form().isEmpty()
            ? reference.crosswalk("cooperation-form", flow.form(), "tossd-modality")
            : all;
    if (told.size() == 1) {
      put(cells, "modality_code", told.getFirst());
      put(cells, "modality_name", reference.label("tossd-modality", told.getFirst(), "en"));
    }
  }

  private void instrument(Map<String, Object> cells, Content content, Content.Contribution said) {
    var own = codes(said.classifications(), "iati-finance-type");
    var all = own.isEmpty() ? codes(content.classifications(), "iati-finance-type") : own;
    if (all.size() == 1) {
      put(cells, "finance_instrument_code", all.getFirst());
      put(
          cells,
          "finance_instrument_name",
          reference.label("iati-finance-type", all.getFirst(), "en"));
    }
  }

  private void recipient(Map<String, Object> cells, String code) {
    if (code.isEmpty()) {
      return;
    }
    var country = new CountryCode(code);
    put(cells, "recipient_name", reference.countryName(country, "en"));
    reference.regionsOf(country).stream()
        .findFirst()
        .flatMap(reference::findRegion)
        .flatMap(r -> r.name().in("en"))
        .ifPresent(name -> put(cells, "region_name", name.text()));
    put(cells, "tossd_pillar", 1);
  }

  private static @Nullable String words(LocalizedText text) {
    return text.in("en").map(LocalizedText.Spoken::text).orElse(null);
  }

  private static @Nullable String joined(List<String> all, String between) {
    return all.isEmpty() ? null : new TreeSet<>(all).stream().collect(Collectors.joining(between));
  }

  private static void put(Map<String, Object> cells, String column, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      cells.put(column, value);
    }
  }
}
