package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bandung.TalkHouse.Session;
import org.bandung.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two negotiators in two sessions, a third whose country replies by letter, and those whom it is
/// none of their business.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkJourneyTest {

  private static final String UNKNOWN = "no-such-talk";

  private TalkHouse house;
  private Session meridian;
  private Session northern;
  private Session reader;
  private Session other;
  private Session stranger;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    house = TalkHouse.open(home);
    var agencyM = house.authority("QMM");
    var agencyN = house.authority("QNN");
    var bank = house.multilateral("Bank of Wells");
    reader = house.session(house.person(agencyN, "reader", Role.READER));
    meridian = house.session(house.person(agencyM, "amina", Role.NEGOTIATOR, Role.SIGNATORY));
    northern = house.session(house.person(agencyN, "bao", Role.NEGOTIATOR, Role.SIGNATORY));
    other = house.session(house.person(bank, "chidi", Role.NEGOTIATOR, Role.SIGNATORY));
    stranger = new Session(house.root);
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
  }

  private static Map<String, String> proposal(String... parties) {
    var said = new LinkedHashMap<String, String>();
    said.put("key", java.util.UUID.randomUUID().toString());
    said.put("as", "QMM");
    said.put("n.party", String.valueOf(parties.length));
    for (int i = 0; i < parties.length; i++) {
      said.put("party." + i + ".id", parties[i]);
      said.put("party." + i + ".role", i == 0 ? "requesting" : "providing");
    }
    said.put("rule", "unanimity");
    said.put("lang.0.tag", "en");
    said.put("lang.0.title", "Water for the plain");
    said.put("lang.0.text", "The parties dig wells.\nThey do it together.");
    said.put("condition.0.kind", "none");
    return said;
  }

  private String opened(String... parties) {
    var answer = meridian.form("/desk/talks/new", "/desk/talks/new", proposal(parties));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    var to = answer.headers().firstValue("Location").orElseThrow();
    return to.replaceFirst(".*/desk/talks/", "").replaceFirst("\\?.*", "");
  }

  private static String page(String id) {
    return "/desk/talks/" + id;
  }

  /// Does something by the form on the page of the talks.
  private static int deed(Session who, String id, String deed, Map<String, String> said) {
    var fields = new LinkedHashMap<>(who.hidden(page(id)));
    fields.remove("_csrf");
    fields.putAll(said);
    return who.form(page(id), page(id) + deed, fields).statusCode();
  }

  @Test
  void fromTheFirstProposalOverAnAmendmentToAnAgreement() {
    var id = opened("QMM", "QNN");
    assertThat(northern.get("/desk/talks").body())
        .contains("Water for the plain", "your reply is awaited");
    assertThat(northern.get(page(id)).body())
        .contains(
            "Unanimity", "Silence is never a reply", "has not replied", "They do it together.");

    var form = northern.get(page(id) + "/amend?as=QNN").body();
    assertThat(form).contains("They do it together.");
    var amended = new LinkedHashMap<>(proposal("QMM", "QNN"));
    amended.put("as", "QNN");
    amended.put("basis", "1");
    amended.put("lang.0.text", "The parties dig deep wells.\nThey do it together.");
    assertThat(northern.form(page(id) + "/amend", page(id) + "/amend", amended).statusCode())
        .isEqualTo(302);
    assertThat(meridian.get(page(id)).body()).contains("<ins>deep").contains("version 2");

    var step = meridian.get(page(id) + "/accept?as=QMM").body();
    assertThat(step).contains("It takes", "deep wells").contains("To accept binds");
    assertThat(deed(meridian, id, "/reply", Map.of("position", "accepts"))).isEqualTo(302);
    assertThat(northern.get(page(id)).body()).contains("accepts");
    assertThat(deed(northern, id, "/reply", Map.of("position", "accepts"))).isEqualTo(302);

    assertThat(meridian.get(page(id)).body())
        .contains("All who stand in it have consented to version 2.")
        .doesNotContain("id=\"move\"");
  }
}
