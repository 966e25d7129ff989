package org.bandung.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.AccessSettings.Demands;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class MinistryDemandsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Demands STRONG =
      new Demands(
          Set.of("two", "three"), Set.of("pwd", "otp"), Optional.of(Duration.ofMinutes(10)));
  private static final Demands ANY = new Demands(Set.of(), Set.of(), Optional.empty());

  private static Optional<String> fault(Demands demands, Map<String, Object> more) {
    var claims = new HashMap<>(more);
    claims.put("sub", "amina");
    var token = new OidcIdToken("token", NOW, NOW.plusSeconds(60), claims);
    return MinistryDemands.fault(demands, token, NOW);
  }

  private static Map<String, Object> said(String acr, List<String> amr, Instant at) {
    return Map.of("acr", acr, "amr", amr, "auth_time", at);
  }

  @Test
  void takesWhatIsAsDemanded() {
    assertThat(fault(STRONG, said("three", List.of("otp", "face", "pwd"), NOW))).isEmpty();
    assertThat(fault(STRONG, said("two", List.of("pwd", "otp"), NOW.minusSeconds(600)))).isEmpty();
    assertThat(fault(ANY, Map.of())).isEmpty();
  }

  @Test
  void saysWhichDemandIsNotMet() {
    var both = List.of("pwd", "otp");
    assertThat(fault(STRONG, said("one", both, NOW))).contains("acr");
    assertThat(fault(STRONG, said("two", List.of("pwd"), NOW))).contains("amr");
    assertThat(fault(STRONG, said("two", both, NOW.minusSeconds(700)))).contains("auth_time");
  }

  @Test
  void whatATokenDoesNotSayWasNotSo() {
    assertThat(fault(STRONG, Map.of("amr", List.of("pwd", "otp"), "auth_time", NOW)))
        .contains("acr");
    assertThat(fault(STRONG, Map.of("acr", "two", "auth_time", NOW))).contains("amr");
    assertThat(fault(STRONG, Map.of("acr", "two", "amr", List.of("pwd", "otp"))))
        .contains("auth_time");
  }

  @Test
  void asksTheMinistryForIt() {
    assertThat(MinistryDemands.asked(STRONG))
        .isEqualTo(Map.of("acr_values", "three two", "max_age", "600"));
    assertThat(MinistryDemands.asked(ANY)).isEmpty();
  }
}
