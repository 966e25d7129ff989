package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("browser")
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BrowserTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReaderWalksFromHomeToACountryWithAndWithoutScript(boolean script) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/usr/bin/chromedriver")), "needs Debian's chromium-driver");
    var browser = browser(script);
    try {
      browser.get("http://localhost:" + port + "/?lang=en");
      browser.findElement(By.cssSelector(".numbers a")).click();
      new Select(browser.findElement(By.id("modality"))).selectByValue("triangular");
      browser.findElement(By.cssSelector(".act button")).click();
      new WebDriverWait(browser, Duration.ofSeconds(20))
          .until(b -> String.valueOf(b.getCurrentUrl()).contains("modality=triangular"));
      wait(browser, By.cssSelector(".used a[href]:not([href*='modality='])"));
      browser.findElement(By.cssSelector(".rows h3 a")).click();
      wait(browser, By.cssSelector(".why"));
      browser.findElement(By.cssSelector(".who a")).click();
      wait(browser, By.id("partners"));
      assertThat(browser.getCurrentUrl()).contains("/countries/Q");
    } finally {
      browser.quit();
    }
  }

  private static void wait(WebDriver browser, By what) {
    new WebDriverWait(browser, Duration.ofSeconds(20)).until(b -> !b.findElements(what).isEmpty());
  }

  private static ChromeDriver browser(boolean script) throws IOException {
    var options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createTempDirectory("chrome"));
    if (!script) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .build();
    return new ChromeDriver(service, options);
  }
}
