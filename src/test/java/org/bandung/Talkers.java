package org.bandung;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.access.ApiTokens;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;

/// Bodies that talk about one proposal through their programs.
///
/// @param consultation what they talk about
/// @param tokens by the body that each is good for
record Talkers(String consultation, Map<String, String> tokens) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /// Lets in so many bodies with a negotiator each, and opens talks among them all.
  static Talkers of(InventedNode node, int count) {
    var tokens = new LinkedHashMap<String, String>();
    var invited = new ArrayList<Consultations.Invited>();
    Consultations.As opener = null;
    for (int i = 0; i < count; i++) {
      var body = node.admit(node.keeper(), Body.Kind.MULTILATERAL, "Body " + i, null);
      var person =
          node.person(
              node.keeper(), body, "talker" + i, Role.NEGOTIATOR, Role.SIGNATORY, Role.CONTRIBUTOR);
      var account = node.account(person);
      var made = node.bean(ApiTokens.class).make(account, body, "talks", Set.of("read", "write"));
      tokens.put(body.id(), ((ApiTokens.MakeOutcome.Made) made).word());
      invited.add(
          new Consultations.Invited(
              body.id(), i == 0 ? Party.Role.REQUESTING : Party.Role.PROVIDING));
      opener = opener == null ? new Consultations.As(account, body.id()) : opener;
    }
    var opened =
        node.bean(Consultations.class)
            .open(
                java.util.Objects.requireNonNull(opener),
                List.copyOf(invited),
                DecisionRule.UNANIMITY,
                proposal("Water for the plain"),
                "open")
            .orElseThrow();
    return new Talkers(((ConsultationOutcome.Done) opened).after().id(), tokens);
  }

  static Proposal proposal(String title) {
    return new Proposal(
        new Effect.MakesAgreement(Effect.Kind.FRAMEWORK, Effect.Entry.ON_SIGNATURE, null, null),
        LocalizedText.of("en", title),
        LocalizedText.of("en", "We shall share what we know of wells."),
        null,
        new Terms(
            Terms.NONE.purpose(),
            List.of(),
            Terms.NONE.schedule(),
            List.of(),
            LocalizedText.EMPTY,
            List.of(new Terms.Condition(Terms.Condition.Kind.NONE, LocalizedText.EMPTY)),
            null),
        List.of());
  }

  /// Sends a command about the talks.
  HttpResponse<String> send(String root, String token, String deed, String key, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request(root, token, "/" + deed)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /// Reads the talks.
  String read(String root, String token) throws IOException, InterruptedException {
    return CLIENT.send(request(root, token, "").build(), BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(String root, String token, String under) {
    return HttpRequest.newBuilder(
            URI.create(root + "/api/v1/consultations/" + consultation + under))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token);
  }
}
