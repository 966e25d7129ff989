package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.bandung.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A page is light enough for a slow line: what a browser really receives of a node with the
/// starter collection, packed, with everything the page refers to.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightTest {

  private static final long FIRST_VISIT = 50_000;
  private static final long NEXT_PAGE = 15_000;

  /// A picture holds its figures twice, to be drawn and to be read, each with the address of its
  /// records, and is made anew each time.
  private static final long NEXT_PICTURE = 20_000;

  private ConfigurableApplicationContext house;
  private Browser browser;
  private String root;

  @BeforeAll
  void open(@TempDir Path home) {
    browser = Browser.open(true);
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    house = Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(0));
    var server = Objects.requireNonNull(((WebServerApplicationContext) house).getWebServer());
    root = "http://localhost:" + server.getPort();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (house != null) {
      house.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/initiatives",
        "/initiatives/ebbqfqker6m6a4eh",
        "/flows",
        "/statistics",
        "/pictures",
        "/countries/BRA",
        "/countries/BRA/structure",
        "/economy/network",
        "/groupings",
        "/groupings/G77",
        "/organisations",
        "/organisations/undp",
        "/sources",
        "/about",
        "/help/notes"
      })
  void aPageOfTextIsLight(String page) {
    for (var language : new String[] {"en", "ar"}) {
      isLight(
          page + "?lang=" + language,
          "/initiatives?words=nothing-has-this&lang=" + language,
          NEXT_PAGE);
    }
  }

  /// The library and the land are kept for ever, so the next picture is as light as a text.
  @ParameterizedTest
  @ValueSource(strings = {"flows", "matrix", "sankey", "network", "years", "sectors", "goals"})
  void aPictureIsLightToo(String kind) {
    for (var language : new String[] {"en", "ar"}) {
      var page = "/pictures/" + kind + "?compilations=true&lang=" + language;
      isLight(page, page + "&year=2019", NEXT_PICTURE);
    }
  }

  private void isLight(String page, String before, long most) {
    browser.show("about:blank");
    browser.forget();
    browser.show(root + page);
    long first = browser.receivedInAll();

    browser.forget();
    browser.show(root + before);
    browser.receivedInAll();
    browser.show(root + page);
    long next = browser.receivedInAll();

    assertThat(first).as(page).isBetween(1_000L, FIRST_VISIT);
    assertThat(next).as(page + " as next page").isBetween(500L, most);
  }
}
