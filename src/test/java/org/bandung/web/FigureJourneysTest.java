package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whole visits of somebody who needs a figure: she builds a table, sees what stands behind a cell,
/// takes it along; he prints the report of his country in Arabic.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FigureJourneysTest {

  /// A4 less its margins, in steps of the screen.
  private static final int PAPER = 718;

  private static final String CUT =
      """
      return [...document.querySelectorAll('main *')].filter(e => {
        const box = e.getBoundingClientRect();
        const seen = box.width > 1 && getComputedStyle(e).visibility !== 'hidden'
          && !e.closest('.unseen');
        return seen && (box.left < -1 || box.right > innerWidth + 1);
      }).map(e => e.outerHTML.slice(0, 80)).join('\\n')\
      """;

  private static final Pattern SHEET = Pattern.compile("/Type /Page\\b(?!s)");

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

  private String root() {
    return "http://localhost:" + port;
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void aTableIsBuiltACellOpenedAndTheTableTakenAlong(int width) throws Exception {
    browser.screen(width, false);
    browser.show(root() + "/?lang=en");
    browser.go(browser.await(By.cssSelector(".top nav a[href='/statistics']")));
    new Select(browser.await(By.id("measure"))).selectByValue("initiatives");
    new Select(browser.await(By.id("rows"))).selectByValue("country");
    new Select(browser.await(By.id("columns"))).selectByValue("modality");
    browser.go(browser.await(By.cssSelector(".act button")));
    browser.awaitAddress("columns=modality");
    var table = browser.driver().getCurrentUrl();
    assertThat(browser.text(By.id("figures"))).isEqualTo("Initiatives, by country and modality");

    var cell = browser.await(By.cssSelector("table.figures tbody td a"));
    var figure = cell.getText();
    var country = browser.await(By.cssSelector("table.figures tbody tr:has(td a) th")).getText();
    browser.go(cell);
    browser.awaitAddress("/statistics/records");
    assertThat(browser.text(By.cssSelector("p.total"))).endsWith("of " + figure);
    assertThat(browser.text(By.cssSelector("ul.used"))).contains(country);
    browser.go(browser.await(By.cssSelector(".rows h2 a, .rows h3 a")));
    assertThat(browser.text(By.tagName("main"))).contains(country);

    browser.show(Objects.requireNonNull(table));
    var csv = browser.save(browser.await(By.cssSelector(".files a[href^='/statistics.csv']")));
    assertThat(Files.readString(csv)).contains("country,", "," + country + ",modality,");
    assertThat(Files.readAllLines(csv))
        .anyMatch(line -> line.contains(country) && line.contains("," + figure + ","));
  }

  @Test
  void aReportIsTakenAlongAsAWorkbook() throws Exception {
    browser.screen(1280, false);
    browser.show(root() + "/reports?lang=en");
    browser.go(browser.await(By.cssSelector("a[href='/reports/country']")));
    new Select(browser.await(By.id("country"))).selectByValue("QMM");
    browser.go(browser.await(By.cssSelector(".act button")));
    browser.awaitAddress("country=QMM");
    var figure =
        browser
            .text(By.cssSelector("section:first-of-type tfoot td:last-child"))
            .lines()
            .findFirst();
    var book = browser.save(browser.await(By.cssSelector("a[href*='.xlsx']")));

    try (var workbook = new ReadableWorkbook(Files.newInputStream(book));
        var rows = workbook.getFirstSheet().openStream()) {
      var text = rows.map(r -> r.stream().map(c -> c == null ? "" : c.getText()).toList()).toList();
      assertThat(text.getFirst().getFirst()).startsWith("Country report: Meridia");
      assertThat(text.getLast()).contains(figure.orElseThrow());
    }
  }

  @Test
  void aCountryReportIsPrintedInArabic() {
    browser.screen(1280, false);
    browser.show(root() + "/reports?lang=ar");
    browser.go(browser.await(By.cssSelector("a[href='/reports/country']")));
    new Select(browser.await(By.id("country"))).selectByValue("QMM");
    browser.go(browser.await(By.cssSelector(".act button")));
    browser.awaitAddress("country=QMM");

    browser.screen(PAPER, false);
    browser.paper();
    assertThat(browser.ask("return document.dir + document.documentElement.lang"))
        .isEqualTo("rtlar");
    assertThat(browser.ask(CUT)).isEqualTo("");
    assertThat(Looks.width(browser)).isLessThanOrEqualTo(PAPER);
    for (var kept :
        new String[] {".mark", "h1", ".lead", ".bar .total", "section table", ".bottom p"}) {
      assertThat(browser.await(By.cssSelector(kept)).isDisplayed()).as(kept).isTrue();
    }
    for (var left : new String[] {"form.filters", ".files", ".top nav", ".languages", ".screen"}) {
      assertThat(browser.await(By.cssSelector(left)).isDisplayed()).as(left).isFalse();
    }
    assertThat(browser.text(By.tagName("h1"))).isEqualTo("تقرير البلد");
    assertThat(startsAtTheRight()).isTrue();
    browser.picture("report-on-paper-ar");

    var paper = printed();
    assertThat(paper).startsWith("%PDF-").contains("/Lang (ar)");
    assertThat(SHEET.matcher(paper).results().count()).isBetween(2L, 12L);
  }

  /// The names of rows stand at the right, their totals at the left.
  private boolean startsAtTheRight() {
    return Boolean.TRUE.equals(
        browser.ask(
            """
            const row = document.querySelector('section table tbody tr');
            return row.querySelector('th').getBoundingClientRect().left
              > row.querySelector('td:last-child').getBoundingClientRect().left\
            """));
  }

  private String printed() {
    var answer =
        browser
            .driver()
            .executeCdpCommand("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69));
    return new String(
        Base64.getDecoder().decode(String.valueOf(answer.get("data"))),
        StandardCharsets.ISO_8859_1);
  }
}
