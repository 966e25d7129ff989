package org.bandung;

import java.nio.file.Path;
import org.bandung.web.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/// Somebody signed in at a browser of her own, who does what people do: follows links, types,
/// chooses, presses. What is folded away she unfolds first.
final class Visitor implements AutoCloseable {

  private static final int FAR = 300;

  private final Browser browser;

  private Visitor(Browser browser) {
    this.browser = browser;
  }

  /// @param script whether her browser runs scripts
  static Visitor signIn(InventedNode node, InventedNode.Person person, boolean script) {
    var browser = Browser.open(script);
    node.signIn(browser, person);
    return new Visitor(browser);
  }

  Browser browser() {
    return browser;
  }

  /// What the page says.
  String reads() {
    return browser.text(By.tagName("main"));
  }

  String address() {
    return String.valueOf(browser.driver().getCurrentUrl());
  }

  /// What the address of the page has after a beginning, up to the next sign.
  String idAfter(String beginning) {
    return address().replaceFirst(".*" + beginning, "").replaceFirst("[/?#].*", "");
  }

  /// Where it does not come, one reads what the page says instead.
  private WebElement at(By what) {
    WebElement element;
    try {
      element = browser.await(what);
    } catch (TimeoutException e) {
      throw new AssertionError("no " + what + " at " + address() + ": " + reads(), e);
    }
    for (var folded : element.findElements(By.xpath("ancestor::details[not(@open)]/summary"))) {
      if (!folded.equals(element)) {
        folded.click();
      }
    }
    return element;
  }

  /// Presses, and waits until the page has gone.
  private Visitor go(WebElement leading) {
    browser.go(leading);
    return this;
  }

  /// Follows a link whose address begins so.
  Visitor follow(String address) {
    return go(at(By.cssSelector("main a[href^='" + address + "']")));
  }

  /// Follows a link whose address has this in it.
  Visitor followTo(String part) {
    return go(at(By.cssSelector("main a[href*='" + part + "']")));
  }

  /// Follows a link that reads so.
  Visitor read(String text) {
    return go(at(By.partialLinkText(text)));
  }

  /// Her desk, by the link that every page has, and one of its doors.
  Visitor desk(String door) {
    go(browser.await(By.cssSelector("header a.own-desk")));
    return door.isEmpty() ? this : follow("/desk/" + door);
  }

  Visitor type(String id, String text) {
    var field = at(By.id(id));
    field.clear();
    field.sendKeys(text);
    return this;
  }

  Visitor choose(String id, String value) {
    new Select(at(By.id(id))).selectByValue(value);
    return this;
  }

  Visitor attach(String id, Path file) {
    at(By.id(id)).sendKeys(file.toString());
    return this;
  }

  Visitor tick(String id) {
    at(By.id(id)).click();
    return this;
  }

  /// Presses what leads to another page.
  Visitor click(By what) {
    return go(at(what));
  }

  /// Sends the form whose address ends so.
  Visitor press(String action) {
    return go(at(By.cssSelector("main form[action$='" + action + "'] button:not(.unseen)")));
  }

  /// Sends a long form, whose button stands last.
  Visitor send() {
    return go(at(By.cssSelector("main form .act button[type=submit]")));
  }

  /// The file behind a link whose address has this in it.
  Path save(String part) {
    return browser.save(at(By.cssSelector("main a[href*='" + part + "']")));
  }

  /// Goes on with the keyboard alone until she stands on something, and opens or presses it.
  Visitor tabTo(By what) {
    var driver = browser.driver();
    var wanted = browser.await(what);
    for (int i = 0; i < FAR; i++) {
      if (driver.switchTo().activeElement().equals(wanted)) {
        return this;
      }
      new Actions(driver).sendKeys(Keys.TAB).perform();
    }
    throw new AssertionError("the keyboard does not reach " + what);
  }

  Visitor keys(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
    return this;
  }

  /// Waits until the page says something.
  Visitor until(String words) {
    at(By.xpath("//main[contains(normalize-space(), \"" + words + "\")]"));
    return this;
  }

  @Override
  public void close() {
    browser.close();
  }
}
