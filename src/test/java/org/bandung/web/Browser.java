package org.bandung.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;

/// Debian's Chromium with a fresh profile.
public final class Browser implements AutoCloseable {

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static final Pattern FINISHED =
      Pattern.compile("\"method\":\"Network.loadingFinished\".*?\"encodedDataLength\":([0-9]+)");
  private static final Pattern REQUEST = Pattern.compile("\"requestId\":\"([^\"]+)\"");
  private static final Pattern ICON =
      Pattern.compile(
          "\"method\":\"Network.requestWillBeSent\".*?\"url\":\"[^\"]*/assets/icon[^/\"]*svg");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ChromeDriver driver;

  /// Requests for the icon of the site.
  private final Set<String> icons = new HashSet<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /// Where the browser is missing the test is skipped, except in continuous integration.
  public static Browser open(boolean script) {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(Files.exists(DRIVER), "needs Debian's chromium-driver");
    }
    try {
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
          "--hide-scrollbars",
          "--user-data-dir=" + Files.createTempDirectory("chrome"));
      if (!script) {
        options.setExperimentalOption(
            "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
      }
      var logs = new LoggingPreferences();
      logs.enable(LogType.PERFORMANCE, Level.ALL);
      options.setCapability("goog:loggingPrefs", logs);
      var service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(new File(DRIVER.toString()))
              .build();
      return new Browser(new ChromeDriver(service, options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void show(String address) {
    driver.get(address);
  }

  /// A screen of this width, and how the reader likes it.
  public void screen(int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "screen",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /// As on paper, until a screen is set again.
  public void paper() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  public WebElement await(By what) {
    return new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(b -> b.findElements(what).stream().findFirst().orElse(null));
  }

  /// Presses what leads to another page, and waits until this one has gone.
  public void go(WebElement leading) {
    leading.click();
    new WebDriverWait(driver, Duration.ofSeconds(20)).until(b -> hasGone(leading));
  }

  /// A page that is just going has many ways to say so.
  private static boolean hasGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (WebDriverException e) {
      return true;
    }
  }

  /// What stands in a part of the page; of the next one, if this is just being left.
  public String text(By what) {
    return new WebDriverWait(driver, Duration.ofSeconds(20))
        .ignoring(StaleElementReferenceException.class)
        .until(b -> b.findElement(what).getText());
  }

  /// Writes into a field instead of what stands there.
  public void type(String id, String text) {
    var input = await(By.id(id));
    input.clear();
    input.sendKeys(text);
  }

  public void awaitAddress(String part) {
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(b -> String.valueOf(b.getCurrentUrl()).contains(part));
  }

  /// Waits until a script says true.
  public void awaitTrue(String script) {
    new WebDriverWait(driver, Duration.ofSeconds(20)).until(b -> Boolean.TRUE.equals(ask(script)));
  }

  /// Whether a script says true, at once or within two seconds.
  public boolean becomesTrue(String script) {
    for (int i = 0; i < 20; i++) {
      if (Boolean.TRUE.equals(ask(script))) {
        return true;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /// Bytes that came over the line since this was asked last, as they were packed. The icon of the
  /// site is left out: a browser asks for it whenever it pleases, often beside the next page.
  public long received() {
    long bytes = 0;
    for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      var message = entry.getMessage();
      var request = REQUEST.matcher(message);
      if (!request.find()) {
        continue;
      }
      if (ICON.matcher(message).find()) {
        icons.add(request.group(1));
      }
      var finished = FINISHED.matcher(message);
      if (finished.find() && !icons.contains(request.group(1))) {
        bytes += Long.parseLong(finished.group(1));
      }
    }
    return bytes;
  }

  /// As [#received], once nothing has come for a moment: a script may come after its page.
  public long receivedInAll() {
    long all = 0;
    for (int quiet = 0; quiet < 2; ) {
      try {
        TimeUnit.MILLISECONDS.sleep(120);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return all;
      }
      long more = received();
      all += more;
      quiet = more == 0 ? quiet + 1 : 0;
    }
    return all;
  }

  /// What it asked for since this was asked last, form and all; not what [#received] has counted.
  ///
  /// @param root whose pages are meant
  public List<Sent> sent(String root) {
    var sent = new ArrayList<Sent>();
    for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      var message = JSON.readTree(entry.getMessage()).path("message");
      var request = message.path("params").path("request");
      var address = request.path("url").asString("");
      if (message.path("method").asString("").equals("Network.requestWillBeSent")
          && address.startsWith(root)) {
        sent.add(
            new Sent(
                request.path("method").asString(""),
                address.substring(root.length()).replaceFirst("#.*", ""),
                request.path("headers").path("Content-Type").asString(""),
                request.path("postData").asString("")));
      }
    }
    return sent;
  }

  /// One request.
  ///
  /// @param body without the files that went with it
  public record Sent(String method, String address, String type, String body) {}

  /// Follows a link to a file, and the file.
  public Path save(WebElement link) {
    try {
      var folder = Files.createTempDirectory("saved");
      driver.executeCdpCommand(
          "Browser.setDownloadBehavior",
          Map.of("behavior", "allow", "downloadPath", folder.toString()));
      link.click();
      return new WebDriverWait(driver, Duration.ofSeconds(20)).until(b -> whole(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The browser keeps the name with an empty file while it still writes to another.
  private static @Nullable Path whole(Path folder) {
    try (var files = Files.list(folder)) {
      var all = files.toList();
      return all.size() == 1
              && !all.getFirst().toString().endsWith(".crdownload")
              && Files.size(all.getFirst()) > 0
          ? all.getFirst()
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Forgets every file it holds.
  public void forget() {
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    received();
  }

  /// What a script of ours returns.
  public Object ask(String script, Object... arguments) {
    return java.util.Objects.requireNonNull(driver.executeScript(script, arguments));
  }

  /// The whole page as a picture below `target/screenshots`.
  public void picture(String name) {
    try {
      var folder = Files.createDirectories(Path.of("target/screenshots"));
      long height =
          Math.min(6_000, ((Number) ask("return document.body.scrollHeight")).longValue());
      long width = ((Number) ask("return window.innerWidth")).longValue();
      driver.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
