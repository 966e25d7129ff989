package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bandung.InventedCrowd.Member;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.collection.CollectionSamples;
import org.bandung.funds.ledger.Ledger;
import org.bandung.kernel.Reader;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.Registry;
import org.bandung.web.Browser;
import org.bandung.web.Looks;
import org.bandung.web.WorldStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every page that people with an account see, found by following its links from the desk: in
/// English on a desk, in Arabic in dark on a telephone.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesTest {

  private static final Role[] ALL = {
    Role.AUTHORITY, Role.CONTRIBUTOR, Role.NEGOTIATOR, Role.SIGNATORY, Role.ENDORSER
  };

  private static final Pattern LINK = Pattern.compile("href=\"(/desk[^\"#]*)");
  private static final Pattern ID =
      Pattern.compile("(?<=/)(?:[0-9a-f]{64}|[0-9a-z]{16}|given[0-9])(?=/|$)");

  private static final List<String> VARIED =
      List.of("/desk/talks/ID", "/desk/entries/ID", "/desk/matches/ID");

  /// How many pages of a kind are looked at, where how things stand changes what they show.
  private static final int SEVERAL = 2;

  private InventedNode node;
  private Browser browser;
  private Caller ada;
  private Member one;

  /// Address by kind and number.
  private final Map<String, String> pages = new LinkedHashMap<>();

  private final TreeSet<String> visited = new TreeSet<>();
  private final TreeSet<String> broken = new TreeSet<>();

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    WorldStatements.receive(node.bean(Registry.class));
    one = member("QMM", "Ada");
    var other = member("QNN", "Bo");
    var deeds = new CrowdDeeds(node);
    deeds.write(one, 0);
    deeds.write(one, 1);
    deeds.meet(one, other, 0);
    deeds.meet(one, other, 1);
    var agreement = deeds.agree(one, other, 2);
    ada = node.signedIn(node.person(one.person(), one.body(), "Ama", ALL));
    fill();
    walk(agreement);
    browser = Browser.open(true);
    node.signIn(browser, one.person());
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (node != null) {
      node.close();
    }
  }

  private Member member(String country, String name) {
    var body = node.admit(node.keeper(), Body.Kind.AUTHORITY, "Agency of " + country, country);
    var person = node.person(node.keeper(), body, name, ALL);
    return new Member(person, node.account(person), body, country, node.account(person));
  }

  /// What the crowd does not do.
  private void fill() {
    form(
        "/desk/commitments/new",
        Map.of(
            "maker", "country",
            "forum", "Forum of the Plains",
            "made", "2026-09",
            "due", "2030",
            "lang.0", "en",
            "text.0", "Ten wells"));
    form(
        "/desk/resources",
        Map.of("year", "2026", "what", "Advisers", "quantity", "2", "unit", "person"));
    var initiative = first("/desk/initiatives", "/desk/initiatives/[0-9a-z]{16}");
    form(initiative + "/reports/new", Map.of("text", "It went well."));
    form(
        initiative + "/plan",
        Map.of("item-1-what", "A manual", "item-1-kind", "activity", "why", "It is needed."));
    ask();
    fund();
  }

  /// A fund with everything that can be done with it offered.
  private void fund() {
    form(
        "/desk/funds/new",
        Map.of("title", "Fund of wells", "currency", "USD", "fee", "5", "since", "2026-01-01"));
    var fund = first("/desk/funds", "/desk/funds/[0-9a-z]{16}");
    for (var duty : List.of("manager", "finance")) {
      form(fund + "/do/appoint", Map.of("email", "ama@example.org", "duty", duty));
    }
    form(
        fund + "/do/window",
        Map.of("id", "wells", "title", "Wells", "countries", "QNN", "sectors", "140"));
    var promise = Map.of("contributor", "Meridia", "country", "QMM", "on", "2026-02-01");
    var money = new LinkedHashMap<>(promise);
    money.putAll(Map.of("amount", "5000", "currency", "USD"));
    form(fund + "/do/pledge", money);
    var kind = new LinkedHashMap<>(promise);
    kind.put("description", "Two drills");
    form(fund + "/do/pledge-in-kind", kind);
    var pledge = first(fund, fund + "/do/receive[^\"]*");
    form(
        pledge,
        pledge.replaceFirst("\\?.*", ""),
        Map.of("amount", "50", "currency", "USD", "on", "2026-03-01", "reference", "B-1"));
    FundPostings.post(node.bean(Ledger.class), "fund:" + fund.replaceFirst(".*/", ""));
  }

  /// A round in which her authority asks itself: it sees both sides.
  private void ask() {
    node.bean(Registry.class)
        .receive("desk", List.of(CollectionSamples.statement(one.body(), "own", "Old wells")));
    form(
        "/desk/rounds/new",
        Map.of(
            "name", "What we did",
            "from", "2026-01-01",
            "to", "2026-12-31",
            "due", "2026-12-31",
            "reminders", "-3 1"));
    var round = first("/desk/rounds", "/desk/rounds/[0-9a-z]{16}");
    var fields = new LinkedHashMap<>(ada.hidden(round));
    fields.put("institution", one.body().id());
    fields.put("language", "en");
    fields.remove("_csrf");
    var answer = ada.form(round, round + "/do/invite", fields);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains("said=invite");
  }

  private void form(String path, Map<String, String> fields) {
    form(path, path, fields);
  }

  private void form(String page, String path, Map<String, String> fields) {
    var typed = new LinkedHashMap<>(ada.hidden(page));
    typed.putAll(fields);
    typed.remove("_csrf");
    typed.putIfAbsent("in", "en");
    typed.putIfAbsent("body", one.body().id());
    var answer = ada.form(page, path, typed);
    if (answer.statusCode() != 302) {
      broken.add("the form " + path + ": " + answer.statusCode());
    }
  }

  private String first(String page, String pattern) {
    var found = Pattern.compile("href=\"(" + pattern + ")").matcher(ada.get(page).body());
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  /// Two initiatives of her country, side by side.
  private String pair() {
    var own = InitiativeFilter.ALL.with(Facet.COUNTRY, "QMM");
    var ids =
        node
            .bean(Registry.class)
            .list(Reader.PUBLIC, own, java.util.Optional.empty(), 2)
            .items()
            .stream()
            .map(i -> i.id())
            .toList();
    return "/desk/review/" + ids.getFirst() + "/" + ids.getLast();
  }

  /// Follows every link until nothing new comes.
  private void walk(String agreement) {
    var open =
        new ArrayDeque<String>(
            List.of(
                "/desk",
                "/desk/replies?initiative=QM-AG-0/a%20b",
                pair(),
                "/desk/agreements/" + agreement + "/statement?party=QMM&capacity=Minister",
                "/desk/initiatives/new?agreement=" + agreement));
    var files = new TreeSet<String>();
    while (!open.isEmpty()) {
      var address = open.removeFirst();
      if (pages.containsValue(address) || files.contains(address)) {
        continue;
      }
      var kind = kind(address);
      if (number(kind) > (VARIED.contains(kind) ? SEVERAL : 1)) {
        continue;
      }
      var answer = ada.get(address);
      if (answer.statusCode() == 302) {
        open.add(
            answer.headers().firstValue("Location").orElse("").replaceFirst("^" + node.root(), ""));
        continue;
      }
      if (answer.statusCode() != 200) {
        broken.add(address + ": " + answer.statusCode());
        continue;
      }
      visited.add(address.replaceFirst("\\?.*", ""));
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        files.add(address);
        continue;
      }
      pages.put(kind + " " + number(kind), address);
      LINK.matcher(answer.body())
          .results()
          .map(m -> m.group(1).replace("&amp;", "&"))
          .filter(link -> !link.contains("lang="))
          .forEach(open::add);
    }
  }

  private long number(String kind) {
    return 1 + pages.keySet().stream().filter(k -> k.startsWith(kind + " ")).count();
  }

  private static String kind(String address) {
    var path = ID.matcher(address.replaceFirst("\\?.*", "")).replaceAll("ID");
    var asked = new TreeSet<String>();
    if (address.contains("?")) {
      for (var pair : address.replaceFirst(".*\\?", "").split("&")) {
        asked.add(pair.startsWith("kind=") ? pair : pair.replaceFirst("=.*", ""));
      }
    }
    asked.remove("as");
    return path + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
  }

  /// A page that no link leads to is one that nobody finds. What is filed with a record is for the
  /// journeys.
  @Test
  void everyPageOfTheDeskIsReachedByLinks() {
    var missed = new ArrayList<String>();
    var parser = new PathPatternParser();
    for (var mapping : node.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet()) {
      for (var pattern : mapping.getPatternValues()) {
        var reads =
            mapping.getMethodsCondition().getMethods().stream()
                .anyMatch(m -> m.name().equals("GET"));
        if (reads
            && pattern.startsWith("/desk")
            && !pattern.endsWith("/files/{sha256}")
            && visited.stream()
                .noneMatch(v -> parser.parse(pattern).matches(PathContainer.parsePath(v)))) {
          missed.add(pattern);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noLinkLeadsNowhere() {
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> hasNoFaultThatAProgramCanFind() {
    return pages.entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> look(page.getValue())));
  }

  private void look(String address) {
    browser.screen(1280, false);
    show(address, "en");
    assertThat(Looks.faults(browser)).isEmpty();
    assertThat(Looks.headings(browser)).isEqualTo(1);
    assertThat(Looks.width(browser)).isLessThanOrEqualTo(1280);
    browser.screen(360, false);
    assertThat(Looks.width(browser)).isLessThanOrEqualTo(360);

    browser.screen(360, true);
    show(address, "ar");
    assertThat(Looks.faults(browser)).isEmpty();
    assertThat(Looks.width(browser)).isLessThanOrEqualTo(360);
  }

  private void show(String address, String language) {
    browser.show(node.root() + address + (address.contains("?") ? "&" : "?") + "lang=" + language);
  }
}
