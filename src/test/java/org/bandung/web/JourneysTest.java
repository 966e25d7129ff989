package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whole visits: with the keyboard alone, without JavaScript, and in three languages on a phone and
/// at a desk, with pictures left in `target/screenshots` to be looked at.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class JourneysTest {

  private static final String FOCUSED =
      "var e = document.activeElement, s = getComputedStyle(e);"
          + "return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;";

  private static final String WHERE = "return document.activeElement.outerHTML.slice(0, 120)";

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

  private void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /// Goes on with the tab key until what is wanted has the focus; each stop must be seen. A page
  /// that has just come is awaited first, and so is the frame in which a stop is drawn.
  private void tabTo(String css) {
    browser.awaitTrue("return document.readyState === 'complete'");
    for (int i = 0; i < 120; i++) {
      press(Keys.TAB);
      if (i == 0 && !browser.becomesTrue(FOCUSED)) {
        press(Keys.TAB); // a page that has just come may not hear the first key
      }
      assertThat(browser.becomesTrue(FOCUSED))
          .as("focus is seen at stop " + i + " to " + css + ": " + browser.ask(WHERE))
          .isTrue();
      if (Boolean.TRUE.equals(
          browser.ask("return document.activeElement.matches(arguments[0])", css))) {
        return;
      }
    }
    throw new AssertionError("the tab key never comes to " + css);
  }

  @Test
  void aReaderComesEverywhereWithTheKeyboardAlone() {
    browser.screen(1280, false);
    browser.show(root() + "/?lang=en");
    press(Keys.TAB);
    assertThat(browser.ask("return document.activeElement.className")).isEqualTo("skip");
    press(Keys.ENTER);
    tabTo("#q");
    press("seed", Keys.ENTER);
    browser.awaitAddress("/search?q=seed");
    browser.await(By.cssSelector(".hits h3 a"));
    browser.show(String.valueOf(browser.driver().getCurrentUrl()));
    tabTo(".hits h3 a");
    var hit = String.valueOf(browser.ask("return document.activeElement.getAttribute('href')"));
    press(Keys.ENTER);
    browser.awaitAddress(hit); // else the next page is asked for while this one is on its way
    browser.await(By.cssSelector(".why"));
    browser.show(root() + "/find?lang=en");
    tabTo("#text");
    press("seed banks");
    tabTo(".act button");
    press(Keys.ENTER);
    browser.awaitAddress("text=seed");

    browser.show(root() + "/initiatives?lang=en");
    tabTo("#words");
    press("seed", Keys.ENTER);
    browser.awaitAddress("words=seed");
    tabTo("a[href*='modality=triangular']");
    press(Keys.ENTER);
    browser.awaitAddress("modality=triangular");
    browser.await(By.cssSelector(".used a[href]:not([href*='modality='])"));
    browser.show(String.valueOf(browser.driver().getCurrentUrl()));
    tabTo(".rows h3 a");
    press(Keys.ENTER);
    browser.await(By.cssSelector(".why"));
    tabTo(".who a[href^='/countries/']");
    press(Keys.ENTER);
    browser.await(By.id("partners"));

    browser.show(String.valueOf(browser.driver().getCurrentUrl()));
    tabTo(".languages summary");
    press(Keys.ENTER);
    tabTo(".languages a[lang='es']");
    press(Keys.ENTER);
    browser.await(By.cssSelector("html[lang='es']"));
    assertThat(browser.driver().getCurrentUrl()).contains("/countries/Q");
  }

  @Test
  void aReaderWithoutScriptMissesNothing() {
    try (var plain = Browser.open(false)) {
      plain.show(root() + "/?lang=en");
      plain.await(By.id("q")).sendKeys("seed", Keys.ENTER);
      plain.awaitAddress("/search?q=seed");
      plain.await(By.cssSelector(".bar a[href^='/find']")).click();
      plain.await(By.id("text"));
      plain.show(root() + "/initiatives?lang=en");
      plain.await(By.id("words")).sendKeys("seed", Keys.ENTER);
      plain.awaitAddress("words=seed");
      new Select(plain.await(By.id("modality"))).selectByValue("triangular");
      plain.await(By.cssSelector(".act button")).click();
      plain.awaitAddress("modality=triangular");
      plain.await(By.cssSelector(".rows h3 a")).click();
      plain.await(By.cssSelector(".why"));
      plain.driver().navigate().back();
      plain.awaitAddress("modality=triangular");
      plain.await(By.cssSelector(".files a[href^='/flows']")).click();
      plain.await(By.cssSelector("svg.map"));
      plain.await(By.cssSelector("tbody th a")).click();
      plain.await(By.id("partners"));

      plain.show(root() + "/propose?lang=en");
      var table =
          Path.of("src/test/resources/exchange/tables/register-of-meridia.csv").toAbsolutePath();
      plain.await(By.cssSelector("input[type=file]")).sendKeys(table.toString());
      plain.await(By.cssSelector("form button[type=submit]")).click();
      plain.await(By.id("mapping"));
    }
  }

  @ParameterizedTest
  @CsvSource({"en,360", "en,1280", "ar,360", "ar,1280", "zh,360", "zh,1280"})
  void aReaderFromNeedToSource(String language, int width) {
    var name = language + "-" + width + "-";
    browser.screen(width, width == 360 && language.equals("zh"));
    browser.show(root() + "/?lang=" + language);
    look(name + "1-home", language, width);
    browser.await(By.cssSelector(".numbers a")).click();
    browser.await(By.cssSelector(".rows"));
    look(name + "2-list", language, width);
    browser.show(root() + "/initiatives/QM-AG-0/a%20b");
    look(name + "3-initiative", language, width);
    browser.await(By.cssSelector(".who a[href^='/countries/']")).click();
    browser.await(By.id("partners"));
    look(name + "4-country", language, width);
    for (var page :
        new String[] {
          "/groupings/COMM",
          "/organisations",
          "/sources",
          "/sources/imports/1",
          "/flows",
          "/propose"
        }) {
      browser.screen(width, width == 360 && language.equals("zh"));
      browser.show(root() + page);
      look(name + "5" + page.replace('/', '-'), language, width);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en,360,seed banks for dry uplands",
    "en,1280,seed banks for dry uplands",
    "fr,360,banques de semences pour les hautes terres sèches",
    "fr,1280,banques de semences pour les hautes terres sèches",
    "ar,360,بنوك البذور",
    "ar,1280,بنوك البذور"
  })
  void aFocalPointFindsAPartnerInHerLanguage(String language, int width, String need) {
    var name = language + "-" + width + "-";
    browser.screen(width, false);
    browser.show(root() + "/find?lang=" + language);
    browser.await(By.id("text")).sendKeys(need);
    new Select(browser.await(By.id("for"))).selectByValue("QNN");
    browser.await(By.cssSelector(".act button")).click();
    browser.awaitAddress("for=QNN");
    browser.await(By.cssSelector(".partners .records a"));
    assertThat(browser.await(By.cssSelector(".partners .reasons")).getText()).isNotBlank();
    look(name + "6-find", language, width);
    browser.paper();
    assertThat(browser.await(By.cssSelector(".printed")).getText()).contains(need);
    assertThat(browser.await(By.cssSelector("form")).isDisplayed()).isFalse();
    look(name + "6-find-on-paper", language, width);

    browser.show(root() + "/catalogue?kind=need&lang=" + language);
    look(name + "7-catalogue", language, width);
    browser.await(By.cssSelector(".rows h3 a")).click();
    browser.awaitAddress("/catalogue/");
    look(name + "8-need", language, width);
    browser.await(By.cssSelector("a[href^='/find?text=']")).click();
    browser.awaitAddress("/find?text=");
    browser.await(By.id("text"));
    look(name + "9-find-for-it", language, width);
    for (var page :
        new String[] {
          "/catalogue",
          "/catalogue/npyp01kecf3d0624",
          "/events",
          "/timeline",
          "/search?q=seed",
          "/countries/QOO"
        }) {
      browser.screen(width, false);
      browser.show(root() + page);
      look(name + "a" + page.replaceAll("[/?=]", "-"), language, width);
    }
  }

  private void look(String name, String language, int width) {
    assertThat(browser.ask("return document.documentElement.lang")).isEqualTo(language);
    assertThat(browser.ask("return document.documentElement.dir"))
        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    assertThat(((Number) browser.ask("return document.documentElement.scrollWidth")).intValue())
        .as(name)
        .isLessThanOrEqualTo(width);
    browser.picture(name);
    browser.screen(width, width == 360 && language.equals("zh"));
  }
}
