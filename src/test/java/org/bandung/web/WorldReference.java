package org.bandung.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.Country;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Development;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.bandung.reference.Region;
import org.bandung.reference.Scheme;
import org.bandung.reference.StatusScheme;
import org.jspecify.annotations.Nullable;

/// Reference data of an invented world: eight countries in two regions, one community.
final class WorldReference implements Reference {

  private static final Map<String, LocalizedText> NAMES = names();
  private static final Map<String, Scheme> SCHEMES = invented();

  private static Map<String, LocalizedText> names() {
    var names = new LinkedHashMap<String, LocalizedText>();
    names.put("QMM", name("Mirador", "ميرادور"));
    names.put("QNN", name("Nandara", "ناندارا"));
    names.put("QOO", name("Olive Coast", "ساحل الزيتون"));
    names.put("QPP", name("Paloma Islands", "جزر بالوما"));
    names.put("QQQ", name("Quenia del Sur", "كينيا الجنوبية"));
    names.put("QRR", name("Rimba Raya", "ريمبا رايا"));
    names.put("QXX", name("Xenland", "زنلاند"));
    names.put("QYY", name("Ystria", "إيستريا"));
    return names;
  }

  private static LocalizedText name(String english, String arabic) {
    return new LocalizedText(Map.of("en", english, "ar", arabic));
  }

  private static Map<String, Scheme> invented() {
    var all = new LinkedHashMap<String, Scheme>();
    add(
        all,
        "modality",
        "bilateral=Bilateral|ثنائي",
        "triangular=Triangular|ثلاثي",
        "regional=Regional|إقليمي",
        "plurilateral=Plurilateral|متعدد البلدان",
        "global=Global|عالمي",
        "north-south=North-South|شمال جنوب",
        "undetermined=Undetermined|غير محدد");
    add(
        all,
        "participant-role",
        "provider=Provider|مقدِّم",
        "recipient=Recipient|متلقٍّ",
        "dual=Dual|مزدوج الدور",
        "facilitator=Facilitator|ميسِّر",
        "funder=Funder|مموِّل",
        "implementer=Implementer|منفِّذ",
        "accountable=Accountable|مسؤول");
    add(
        all,
        "dac-sector",
        "31120=Agricultural development|التنمية الزراعية",
        "12220=Basic health care|الرعاية الصحية الأساسية",
        "11330=Vocational training|التدريب المهني");
    add(all, "dac-sector-group", "311=Agriculture|الزراعة", "122=Basic health|الصحة الأساسية");
    add(
        all,
        "sdg",
        "2=Zero hunger|القضاء التام على الجوع",
        "17=Partnerships for the Goals|الشراكات");
    add(all, "iati-activity-status", "2=Implementation|قيد التنفيذ");
    add(all, "contribution-kind", "commitment=Commitment|التزام", "disbursement=Disbursement|صرف");
    add(all, "unit-of-quantity", "person-day=person-days|يوم عمل");
    add(all, "iati-result-type", "1=Output|ناتج");
    add(all, "iati-related-activity-type", "1=Parent|أصل");
    return all;
  }

  private static void add(Map<String, Scheme> all, String code, String... rows) {
    var categories = new LinkedHashMap<String, Scheme.Category>();
    for (var row : rows) {
      var parts = row.split("[=|]", -1);
      categories.put(
          parts[0],
          new Scheme.Category(parts[0], Optional.empty(), name(parts[1], parts[2]), "invented"));
    }
    all.put(code, new Scheme(code, "1", "confirmed", "invented", name(code, code), "", categories));
  }

  @Override
  public Collection<Country> countries() {
    return NAMES.keySet().stream()
        .map(CountryCode::new)
        .map(c -> findCountry(c).orElseThrow())
        .toList();
  }

  @Override
  public Optional<Country> findCountry(CountryCode code) {
    var name = NAMES.get(code.alpha3());
    return name == null
        ? Optional.empty()
        : Optional.of(
            new Country(
                code,
                code.alpha3().substring(0, 2),
                Optional.empty(),
                Country.Kind.MEMBER_STATE,
                name,
                Optional.of(code.alpha3().compareTo("QPP") < 0 ? "901" : "902"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("XTS"),
                List.of("en"),
                0,
                0));
  }

  @Override
  public CountryResolution resolveCountry(String codeOrName) {
    return new CountryResolution.Unknown(codeOrName);
  }

  @Override
  public String countryName(CountryCode code, String language) {
    var name = NAMES.get(code.alpha3());
    return name == null ? code.alpha3() : name.in(language).orElseThrow().text();
  }

  @Override
  public Optional<Region> findRegion(String m49) {
    return Optional.of(
        new Region(
            m49,
            "region",
            Optional.empty(),
            m49.equals("901")
                ? name("Sunrise Lands", "أراضي الشروق")
                : name("Far Waters", "المياه البعيدة")));
  }

  @Override
  public Development development(CountryCode country, LocalDate on) {
    return country.alpha3().compareTo("QXX") < 0 ? Development.SOUTH : Development.NORTH;
  }

  @Override
  public Development development(CountryCode country, LocalDate on, String scheme) {
    return development(country, on);
  }

  @Override
  public String defaultStatusScheme() {
    return "invented";
  }

  @Override
  public List<StatusScheme> statusSchemes() {
    return List.of(
        new StatusScheme(
            "invented", "1", true, name("Invented classification", "تصنيف مختلق"), "", ""));
  }

  @Override
  public List<Membership> statusHistory(CountryCode country) {
    var status = development(country, LocalDate.EPOCH) == Development.SOUTH ? "south" : "north";
    return List.of(row("invented", country, null, null, status, "confirmed"));
  }

  @Override
  public List<Membership> categories(CountryCode country) {
    return country.alpha3().equals("QNN")
        ? List.of(
            row(
                "LDC",
                country,
                PartialDate.ofYear(1975),
                PartialDate.of(LocalDate.of(2099, 11, 24)),
                "member",
                "scheduled"),
            row("SIDS", country, PartialDate.ofYear(2098), null, "member", "scheduled"))
        : List.of();
  }

  private static Membership row(
      String grouping,
      CountryCode country,
      @Nullable PartialDate from,
      @Nullable PartialDate to,
      String status,
      String certainty) {
    return new Membership(
        grouping,
        country,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        status,
        certainty,
        "invented",
        "");
  }

  @Override
  public Collection<Grouping> groupings() {
    return findGrouping("COMM").stream().toList();
  }

  @Override
  public Optional<Grouping> findGrouping(String code) {
    return code.equals("COMM")
        ? Optional.of(
            new Grouping(
                "COMM",
                "regional-community",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "COMM",
                name("Community of the Sunrise Lands", "جماعة أراضي الشروق"),
                Optional.empty(),
                "invented",
                ""))
        : Optional.empty();
  }

  @Override
  public List<Membership> membershipsOf(CountryCode country) {
    return List.of(
        row("COMM", country, PartialDate.ofYear(1994), null, "member", "confirmed"),
        row(
            "OLD",
            country,
            PartialDate.ofYear(1960),
            PartialDate.ofYear(1993),
            "member",
            "confirmed"),
        row("ROAD", country, new PartialDate(2017, 5, 0), null, "claimed", "unsure"));
  }

  @Override
  public List<Membership> membersOf(String grouping) {
    return List.of();
  }

  @Override
  public boolean isMember(String grouping, CountryCode country, LocalDate on) {
    return false;
  }

  @Override
  public Collection<Scheme> schemes() {
    return SCHEMES.values();
  }

  @Override
  public Optional<Scheme> findScheme(String code) {
    return Optional.ofNullable(SCHEMES.get(code));
  }

  @Override
  public String label(String scheme, String code, String language) {
    var found = SCHEMES.get(scheme);
    var category = found == null ? null : found.categories().get(code);
    return category == null ? code : category.name().in(language).orElseThrow().text();
  }

  @Override
  public List<String> crosswalk(String fromScheme, String fromCode, String toScheme) {
    return List.of();
  }

  @Override
  public String fingerprint() {
    return "invented";
  }
}
