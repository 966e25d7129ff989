package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(Looks.faults(browser)).isEmpty();

    browser.screen(360, true);
    show(page, "ar");
    assertThat(Looks.faults(browser)).isEmpty();
  }

  /// At 320 steps nothing is read by scrolling two ways (WCAG 1.4.10), tables in their frames
  /// apart.
  @ParameterizedTest
  @MethodSource("pages")
  void flowsIntoANarrowColumn(String page) {
    browser.screen(320, false);
    show(page, "en");

    assertThat(Looks.width(browser)).isLessThanOrEqualTo(320);
    assertThat(Looks.headings(browser)).isEqualTo(1);
  }
}
