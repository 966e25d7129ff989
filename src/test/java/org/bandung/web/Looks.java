package org.bandung.web;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;

/// How a page looks to those who read it otherwise than its makers did.
public final class Looks {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Looks() {}

  /// What a program can find wrong with a page, WCAG 2.2 AA and what is good practice. Details are
  /// opened: what they hold must be as good.
  public static List<String> faults(Browser browser) {
    browser.ask(
        "document.querySelectorAll('main details').forEach(d => d.open = true); return true");
    var faults = new ArrayList<String>();
    new AxeBuilder()
        .withTags(RULES)
        .setLegacyMode(true)
        .analyze(browser.driver())
        .getViolations()
        .forEach(rule -> faults.add(tell(rule)));
    return faults;
  }

  private static String tell(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().limit(3).map(n -> "\n  " + n.getHtml()).toList();
  }

  /// How wide the page is; more than the screen is read by scrolling two ways (WCAG 1.4.10), tables
  /// in their frames apart.
  public static int width(Browser browser) {
    return ((Number) browser.ask("return document.documentElement.scrollWidth")).intValue();
  }

  /// How many headings of the first order it has.
  public static int headings(Browser browser) {
    return ((Number) browser.ask("return document.querySelectorAll('h1').length")).intValue();
  }
}
