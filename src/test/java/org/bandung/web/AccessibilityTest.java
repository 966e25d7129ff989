package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// WCAG 2.2 AA as far as a program can tell, on every kind of page: English in light on a desk,
/// Arabic in dark on a phone.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessibilityTest {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @LocalServerPort int port;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = Browser.open(true);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<String> pages() {
    return PageKinds.ALL.stream();
  }

  private void show(String page, String language) {
    var join = page.contains("?") ? "&" : "?";
    browser.show("http://localhost:" + port + page + join + "lang=" + language);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasNoFaultThatAProgramCanFind(String page) {
    browser.screen(1280, false);
    show(page, "en");
    assertThat(faults()).isEmpty();

    browser.screen(360, true);
    show(page, "ar");
    assertThat(faults()).isEmpty();
  }

  private List<String> faults() {
    // Details are opened: what they hold must be as good.
    browser.ask(
        "document.querySelectorAll('main details').forEach(d => d.open = true); return true");
    return new AxeBuilder()
        .withTags(RULES).setLegacyMode(true).analyze(browser.driver()).getViolations().stream()
            .map(AccessibilityTest::tell)
            .toList();
  }

  private static String tell(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().limit(3).map(n -> "\n  " + n.getHtml()).toList();
  }

  /// At 320 steps nothing is read by scrolling two ways (WCAG 1.4.10), tables in their frames
  /// apart.
  @ParameterizedTest
  @MethodSource("pages")
  void flowsIntoANarrowColumn(String page) {
    browser.screen(320, false);
    show(page, "en");

    assertThat(((Number) browser.ask("return document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(320);
    assertThat(((Number) browser.ask("return document.querySelectorAll('h1').length")).intValue())
        .isEqualTo(1);
  }
}
