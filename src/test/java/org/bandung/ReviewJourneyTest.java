package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.linkage.LinkProposals;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Statement;
import org.bandung.web.Browser;
import org.bandung.web.WorldStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Two records of one initiative are seen side by side, told as one with one key, and totals
/// follow; then it is undone.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewJourneyTest {

  private static final String FIGURES =
      "/statistics?measure=given&in=USD&rows=provider&provider=QMM";

  private InventedNode node;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    WorldStatements.receive(node.bean(Registry.class)); // what is rare shows among many only
    say("QM-ONE", "QM-ONE-1", "Deep wells for the dry uplands of Norelia");
    say("QN-TWO", "QN-TWO-9", "Deep wells for the dry uplands of Norelia");
    node.bean(LinkProposals.class).round();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private void say(String publisher, String id, String title) {
    var year = new Period(PartialDate.parse("2019-03-01").orElseThrow(), null, false);
    var content =
        new Content(
            "project",
            LocalizedText.of("en", title),
            LocalizedText.of("en", "Forty wells lined with stone, dug by masons of both."),
            null,
            Period.UNKNOWN,
            year,
            List.of(
                Participant.country(
                    org.bandung.registry.said.Role.PROVIDER, new CountryCode("QMM")),
                Participant.country(
                    org.bandung.registry.said.Role.RECIPIENT, new CountryCode("QNN"))),
            List.of(new Content.Classification("dac-sector", "14030", null, LocalizedText.EMPTY)),
            List.of(),
            List.of(
                new Contribution(
                    "disbursement",
                    null,
                    year,
                    new ReportedAmount(new BigDecimal("250000"), "USD"),
                    null,
                    null,
                    null,
                    false,
                    new Participant.OrganisationMention(
                        null, LocalizedText.of("en", "Meridia"), null, null),
                    null,
                    null,
                    null,
                    List.of(),
                    LocalizedText.EMPTY)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (var run = node.bean(Registry.class).beginImport("iati", publisher)) {
      run.receive(
          List.of(
              new Statement(
                  new Statement.Source("iati", publisher, LocalizedText.of("en", publisher)),
                  id,
                  Statement.Speaker.PUBLISHER,
                  "%064x".formatted(id.hashCode() & 0xffffffffL),
                  Statement.Payload.compress(id),
                  Instant.parse("2020-01-01T00:00:00Z"),
                  null,
                  content,
                  List.of(),
                  "test")));
      run.finish(false);
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(node.root() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /// Figures follow the change log within a moment.
  private void awaitFigure(Browser browser, String figure) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(driver -> {
          browser.show(node.root() + FIGURES);
          return driver.findElement(By.cssSelector("tfoot")).getText().contains(figure);
        });
  }

  @Test
  void oneKeyTellsTwoRecordsAsOneAndTotalsFollow() throws Exception {
    var keeper = node.keeper();
    var agency = node.admit(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var head = node.person(keeper, agency, "Bao", Role.AUTHORITY);
    var foreign = node.admit(keeper, Body.Kind.AUTHORITY, "Osmara Agency", "QOO");
    var other = node.person(keeper, foreign, "Dora", Role.AUTHORITY);
    try (var reviewer = Browser.open(true);
        var stranger = Browser.open(true)) {
      node.signIn(reviewer, head);
      node.signIn(stranger, other);
      awaitFigure(reviewer, "500,000");

      stranger.show(node.root() + "/desk/review");
      assertThat(stranger.driver().getPageSource()).doesNotContain("Deep wells");
      reviewer.show(node.root() + "/desk/review");
      reviewer.await(By.partialLinkText("Deep wells")).click();
      reviewer.await(By.id("review-form"));
      var address = URI.create(reviewer.driver().getCurrentUrl()).getPath();
      assertThat(reviewer.driver().getPageSource())
          .contains("The titles are the same", "500,000", "250,000");
      reviewer.screen(1280, false);
      reviewer.picture("review-pair-1280-en");
      stranger.show(node.root() + address);
      assertThat(stranger.driver().getPageSource()).doesNotContain("Deep wells");

      reviewer.driver().switchTo().activeElement().sendKeys("1");
      reviewer.awaitAddress("said=same");
      awaitFigure(reviewer, "250,000");
      assertThat(get(FIGURES)).contains("250,000").doesNotContain("500,000");
      stranger.show(node.root() + "/initiatives/" + address.split("/")[3]);
      assertThat(stranger.driver().getPageSource())
          .contains("Told as one with", "decided by Meridia Agency on");

      reviewer.screen(360, false);
      reviewer.show(node.root() + "/desk/review?lang=ar");
      reviewer.picture("review-360-ar");
      reviewer.await(By.cssSelector("form.pair button")).click();
      reviewer.awaitAddress("said=undone");
      reviewer.show(node.root() + "/?lang=en");
      awaitFigure(reviewer, "500,000");
    }
  }
}
