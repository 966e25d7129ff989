package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An economist in a ministry of trade: she opens her country, sees on whom it depends, looks at
/// one partner, at one product, and takes a table along.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EconomyJourneyTest {

  private static final String WIDER =
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

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

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void anEconomistSeesOnWhomHerCountryDependsAndTakesItAlong(int width) throws Exception {
    browser.screen(width, false);
    browser.show("http://localhost:" + port + "/?lang=en");
    browser.go(browser.await(By.cssSelector(".top nav a[href='/economy']")));
    new Select(browser.await(By.id("choose-country"))).selectByValue("QNN");
    browser.go(browser.await(By.cssSelector("form:has(#choose-country) button")));
    browser.awaitAddress("/countries/QNN/economy");
    assertThat(browser.text(By.tagName("h1"))).isEqualTo("The economy of Norelia");
    assertThat(browser.text(By.cssSelector("p.lead"))).contains("went to the North");
    assertThat(((Number) browser.ask(WIDER)).intValue()).isLessThanOrEqualTo(0);

    var files = browser.await(By.cssSelector("a[href*='/tables/sources.csv']"));
    var csv = Files.readString(browser.save(files));
    assertThat(csv).contains("QXX,").contains(",2600,");

    var product = browser.await(By.cssSelector("section:has(#bought) tbody a"));
    assertThat(product.getText()).contains("847130");
    browser.go(browser.await(By.cssSelector("section:has(#sources) tbody a")));
    browser.awaitAddress("/economy/pairs/QNN/QXX");
    assertThat(browser.text(By.tagName("main"))).contains("Trade intensity");
    browser.driver().navigate().back();
    browser.awaitAddress("/countries/QNN/economy");
    browser.go(browser.await(By.cssSelector("section:has(#bought) tbody a")));
    browser.awaitAddress("/economy/products/847130");
    assertThat(browser.text(By.id("exporters"))).isEqualTo("Exporters");
  }
}
