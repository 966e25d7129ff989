package org.bandung.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.reference.Reference;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;

/// The words under which lists find a record, from what it says: pure functions, one tag a code;
/// see [Facet].
public final class Tags {

  private static final int LONGEST_YEARS = 120;

  private Tags() {}

  /// The countries that take part, their roles and their regions.
  public static Set<String> countries(
      Iterable<InitiativePage.CountryRole> countries, Reference reference) {
    var tags = new LinkedHashSet<String>();
    for (var country : countries) {
      tags.add(Facet.COUNTRY.tag(country.country().alpha3()));
      tags.add(Facet.ROLE.tag(country.role().code()));
      tags.add(country.tag());
      reference.regionsOf(country.country()).forEach(r -> tags.add(Facet.REGION.tag(r)));
    }
    return tags;
  }

  /// The codes a record carries, those above them, and those that follow from them.
  public static Set<String> classifications(Content content, Reference reference) {
    var tags = new LinkedHashSet<String>();
    codes(content)
        .forEach(c -> {
          tags.add(Facet.classification(c.scheme(), plain(c)));
          if (c.scheme().equals("dac-sector")) {
            var three = c.code().length() > 3 ? c.code().substring(0, 3) : c.code();
            tags.add(Facet.classification("dac-sector", three));
            reference
                .crosswalk("dac-sector", three, "dac-sector-group")
                .forEach(group -> tags.add(Facet.classification("dac-sector-group", group)));
          }
          if (c.scheme().equals("sdg")) {
            tags.add(Facet.classification("sdg", goal(plain(c))));
          }
        });
    if (tags.stream().noneMatch(t -> t.startsWith(Facet.SECTOR.tag("")))) {
      tags.add(Facet.SECTOR.tag(Facet.NOT_REPORTED));
    }
    tags.addAll(domains(content, reference));
    tags.addAll(forms(content, reference));
    return tags;
  }

  /// The domains a source states; where it states none, those that its sectors belong to.
  private static Set<String> domains(Content content, Reference reference) {
    var codes = codes(content);
    if (codes.stream().anyMatch(c -> c.scheme().equals("un-domain"))) {
      return Set.of();
    }
    var tags = new LinkedHashSet<String>();
    for (var c : codes) {
      if (c.scheme().equals("dac-sector") && c.code().length() >= 3) {
        reference
            .crosswalk("dac-sector", c.code().substring(0, 3), "un-domain")
            .forEach(domain -> tags.add(Facet.DOMAIN.tag(domain)));
      }
    }
    return tags;
  }

  /// The forms a source states of its contributions, and those that its kinds of aid and finance
  /// are.
  private static Set<String> forms(Content content, Reference reference) {
    var tags = new LinkedHashSet<String>();
    for (var contribution : content.contributions()) {
      if (contribution.form() != null) {
        tags.add(Facet.FORM.tag(contribution.form()));
      }
    }
    for (var c : codes(content)) {
      if (c.scheme().equals("iati-aid-type") || c.scheme().equals("iati-finance-type")) {
        reference
            .crosswalk(c.scheme(), c.code(), "cooperation-form")
            .forEach(form -> tags.add(Facet.FORM.tag(form)));
      }
    }
    return tags;
  }

  private static List<Content.Classification> codes(Content content) {
    return Stream.concat(
            content.classifications().stream(),
            content.contributions().stream().flatMap(c -> c.classifications().stream()))
        .toList();
  }

  /// Goals are numbers: some sources write `04`.
  private static String plain(Content.Classification c) {
    return c.scheme().equals("sdg") && c.code().startsWith("0") ? c.code().substring(1) : c.code();
  }

  private static String goal(String sdg) {
    int dot = sdg.indexOf('.');
    return dot < 0 ? sdg : sdg.substring(0, dot);
  }

  /// The years in which it lies.
  ///
  /// @param currentYear the last year that something without an end counts in
  public static List<Integer> years(Period period, int currentYear) {
    var start = period.start();
    var end = period.end();
    if (start == null && end == null) {
      return List.of();
    }
    int first = year(start, end);
    int last = end != null ? end.year() : period.ongoing() ? currentYear : first;
    var years = new ArrayList<Integer>();
    for (int year = first; year <= Math.min(last, first + LONGEST_YEARS); year++) {
      years.add(year);
    }
    return years;
  }

  private static int year(@Nullable PartialDate start, @Nullable PartialDate end) {
    return start != null ? start.year() : Objects.requireNonNull(end).year();
  }
}
