package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Pictures as a browser draws them, on a phone and at a desk, from left and from right; each is
/// left in `target/screenshots` to be looked at.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PicturesInBrowserTest {

  private static final List<String> KINDS =
      List.of("years", "sectors", "goals", "matrix", "sankey", "network", "flows");

  private static final By MARK = By.cssSelector(".drawing a.mark");

  /// Names and figures that leave the picture's frame, or that are cut by it.
  private static final String OUTSIDE =
      """
      const frame = document.querySelector('.drawing svg').getBoundingClientRect();
      return [...document.querySelectorAll('.drawing text')].filter(t => {
        const box = t.getBoundingClientRect();
        return box.left < frame.left - 2 || box.right > frame.right + 2
          || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
      }).map(t => t.textContent).join('; ')\
      """;

  private static final String SMALLEST =
      "return Math.min(...[...document.querySelectorAll('.drawing text')]"
          + ".map(t => parseFloat(getComputedStyle(t).fontSize)))";

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

  private void show(String kind, String language) {
    browser.show(
        "http://localhost:" + port + "/pictures/" + kind + "?compilations=true&lang=" + language);
    browser.await(MARK);
  }

  static Stream<Arguments> screens() {
    return KINDS.stream()
        .flatMap(k ->
            Stream.of("en", "ar")
                .flatMap(l -> Stream.of(360, 1280).map(w -> Arguments.of(k, l, w))));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void isDrawnLegiblyWhereverItIsRead(String kind, String language, int width) {
    browser.screen(width, false);
    show(kind, language);

    assertThat(browser.ask(OUTSIDE)).isEqualTo("");
    assertThat(((Number) browser.ask(SMALLEST)).doubleValue()).isGreaterThanOrEqualTo(11);
    assertThat(Looks.width(browser)).isLessThanOrEqualTo(width);
    assertThat(browser.ask("return document.documentElement.dir"))
        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    browser.picture("picture-" + kind + "-" + language + "-" + width);
  }

  @Test
  void whatBeginsAtTheLeftBeginsAtTheRight() {
    browser.screen(1280, false);
    var first = "return document.querySelector('.drawing a.mark rect').getAttribute('x') * 1";
    var width = "return document.querySelector('.drawing svg').getAttribute('width') * 1";
    show("sectors", "en");
    double left = ((Number) browser.ask(first)).doubleValue();
    double all = ((Number) browser.ask(width)).doubleValue();
    show("sectors", "ar");
    double right = ((Number) browser.ask(first)).doubleValue();

    assertThat(left).isLessThan(all / 2);
    assertThat(right).isGreaterThan(all / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"years", "sankey", "flows"})
  void theKeyboardOpensTheRecordsOfAMark(String kind) {
    browser.screen(1280, false);
    show(kind, "en");
    browser.ask("document.querySelector('.drawing a.mark[tabindex=\"0\"]').focus(); return 1");
    new Actions(browser.driver()).sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT).perform();
    var told = browser.ask("return document.activeElement.getAttribute('aria-label')");
    var href = browser.ask("return document.activeElement.getAttribute('href')").toString();

    assertThat(browser.await(By.cssSelector(".pointed")).getText()).isEqualTo(told);
    assertThat(browser.ask("return document.querySelectorAll('.drawing [tabindex=\"0\"]').length"))
        .isEqualTo(1L);
    new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();
    browser.awaitAddress("/statistics/records");
    assertThat(browser.driver().getCurrentUrl()).endsWith(href);
    browser.await(By.cssSelector(".rows"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"years", "goals", "matrix", "sankey", "network", "flows"})
  void canBeSavedAsAFileThatSaysWhatItShows(String kind) throws Exception {
    browser.screen(1280, false);
    show(kind, "ar");
    var svg = browser.save(browser.await(By.cssSelector("[data-save=svg]")));
    var png = browser.save(browser.await(By.cssSelector("[data-save=png]")));
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var file = factory.newDocumentBuilder().parse(Files.newInputStream(svg));

    assertThat(svg.getFileName()).hasToString("bandung-" + kind + ".svg");
    assertThat(file.getElementsByTagName("a").getLength()).isGreaterThan(1);
    assertThat(Files.readString(svg))
        .contains(
            browser.await(By.id("picture-heading")).getText(),
            "http://localhost:" + port + "/statistics/records")
        .doesNotContain("style=", "class=", "var(--");
    var image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isGreaterThan(2000);
    assertThat(colours(image)).isGreaterThan(8);
  }

  private static int colours(java.awt.image.BufferedImage image) {
    var colours = new java.util.HashSet<Integer>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  @Test
  void withoutScriptTheTableSaysTheSame() {
    try (var plain = Browser.open(false)) {
      plain.screen(360, false);
      plain.show("http://localhost:" + port + "/pictures/sankey?compilations=true&lang=en");

      assertThat(plain.await(By.cssSelector("noscript p")).getText())
          .contains("table says the same");
      assertThat(plain.driver().findElements(By.cssSelector(".drawing svg a"))).isEmpty();
      assertThat(plain.await(By.cssSelector("[data-save=svg]")).isDisplayed()).isFalse();
      plain.go(plain.await(By.cssSelector("table.figures td a")));
      plain.await(By.cssSelector(".rows"));
    }
  }

  @Test
  void onPaperThePictureIsWhole() {
    browser.screen(794, false);
    show("years", "ar");
    browser.paper();

    assertThat(browser.ask(OUTSIDE)).isEqualTo("");
    assertThat(browser.await(By.cssSelector(".drawing svg")).isDisplayed()).isTrue();
    assertThat(browser.await(By.cssSelector(".source")).getText()).isNotBlank();
    assertThat(browser.await(By.cssSelector("form.filters")).isDisplayed()).isFalse();
    browser.picture("picture-on-paper");
  }
}
