package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path home;

  private Settings read(Map<String, String> environment) {
    return Settings.read(environment, home);
  }

  @Test
  void standsOnItsDefaults() {
    var settings = read(Map.of("PATH", "/bin"));

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.starter()).isTrue();
    assertThat(settings.database().home()).isEqualTo(home.resolve(".bandung"));
    assertThat(settings.database().url()).isEmpty();
  }

  @Test
  void theContactIsSomethingAPageCanLeadTo() {
    assertThat(read(Map.of("BANDUNG_CONTACT", "desk@example.org")).site().contact())
        .contains("desk@example.org");
    assertThat(read(Map.of("BANDUNG_CONTACT", "https://example.org/desk")).site().contact())
        .contains("https://example.org/desk");
    assertThatThrownBy(() -> read(Map.of("BANDUNG_CONTACT", "javascript:alert(1)")))
        .hasMessageContaining("bandung.contact");
  }

  @Test
  void questionsToSeriesAreBounded() {
    var settings =
        read(Map.of("BANDUNG_OBSERVATIONS_MEMORY", "1024", "BANDUNG_OBSERVATIONS_THREADS", "1"));

    assertThat(settings.observations().memory()).isEqualTo(1024);
    assertThat(settings.observations().threads()).isEqualTo(1);
    assertThat(settings.observations().cells()).isPositive();
    assertThat(settings.observations().folder()).isEqualTo(home.resolve(".bandung/observations"));
    for (var wrong : List.of("0", "-1", "1GB", "99999999999")) {
      assertThatThrownBy(() -> read(Map.of("BANDUNG_OBSERVATIONS_MEMORY", wrong)))
          .hasMessageContaining("bandung.observations.memory");
    }
  }

  @Test
  void saysWhereItIsReached() {
    assertThat(read(Map.of()).listening().reachedAt(8080)).hasToString("http://localhost:8080/");
    assertThat(read(Map.of("BANDUNG_ADDRESS", "0.0.0.0")).listening().reachedAt(1))
        .hasToString("http://localhost:1/");
    assertThat(read(Map.of("BANDUNG_ADDRESS", "192.0.2.7")).listening().reachedAt(80))
        .hasToString("http://192.0.2.7:80/");
    assertThat(read(Map.of("BANDUNG_ADDRESS", "2001:db8::7")).listening().reachedAt(80))
        .hasToString("http://[2001:db8:0:0:0:0:0:7]:80/");
  }

  @Test
  void theEnvironmentComesBeforeTheFile() throws Exception {
    Files.writeString(
        home.resolve("bandung.properties"), "bandung.port=9000\nbandung.starter=no\n");

    var settings = read(Map.of("BANDUNG_HOME", home.toString(), "BANDUNG_PORT", "9001"));

    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.starter()).isFalse();
  }

  @Test
  void anEncoderIsAFolderThatNeedNotBeGood() {
    assertThat(read(Map.of()).search().encoder()).isEmpty();
    assertThat(read(Map.of("BANDUNG_SEARCH_ENCODER", "/no/such")).search().encoder())
        .contains(Path.of("/no/such"));
  }

  @Test
  void aListOfBreachedPasswordsMustBeOne() throws Exception {
    var list = Files.writeString(home.resolve("list"), "A".repeat(40) + ":1\n" + "0".repeat(40));
    assertThatThrownBy(() -> read(Map.of("BANDUNG_PASSWORDS_BREACHED", list.toString())))
        .isInstanceOf(Settings.Mistake.class)
        .hasMessageContaining("bandung.passwords.breached")
        .hasMessageContaining("ascending order");
    Files.writeString(list, "A".repeat(40) + ":1\n");
    assertThat(read(Map.of("BANDUNG_PASSWORDS_BREACHED", list.toString())).access().breached())
        .isPresent();
  }

  private Settings ministry(String... more) {
    var all = new java.util.HashMap<String, String>();
    all.put("BANDUNG_MINISTRY_ISSUER", "https://id.example.org");
    all.put("BANDUNG_MINISTRY_CLIENT", "bandung");
    all.put("BANDUNG_MINISTRY_SECRET", "between-us");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return read(all);
  }

  @Test
  void whoTrustsAMinistryWithLessThanTwoThingsMustSaySo() {
    assertThatThrownBy(this::ministry)
        .hasMessageContaining("bandung.ministry.acr")
        .hasMessageContaining("bandung.ministry.two-things=no");
    assertThat(
            ministry("BANDUNG_MINISTRY_TWO_THINGS", "no")
                .access()
                .ministry()
                .orElseThrow()
                .demands()
                .acr())
        .isEmpty();
    var demands =
        ministry(
                "BANDUNG_MINISTRY_ACR", "two three",
                "BANDUNG_MINISTRY_AMR", "otp",
                "BANDUNG_MINISTRY_MAX_AGE", "600")
            .access()
            .ministry()
            .orElseThrow()
            .demands();
    assertThat(demands.acr()).containsExactly("three", "two");
    assertThat(demands.amr()).containsExactly("otp");
    assertThat(demands.maxAge()).contains(java.time.Duration.ofMinutes(10));
    assertThatThrownBy(
            () -> ministry("BANDUNG_MINISTRY_ACR", "two", "BANDUNG_MINISTRY_MAX_AGE", "an hour"))
        .hasMessageContaining("bandung.ministry.max-age");
  }

  @Test
  void whoeverLetsOthersInWithoutHttpsMustSaySo() {
    read(Map.of()).requireSafeDoors();
    assertThatThrownBy(() -> read(Map.of("BANDUNG_ADDRESS", "0.0.0.0")).requireSafeDoors())
        .isInstanceOf(Settings.Mistake.class)
        .hasMessageContaining("bandung.public-address")
        .hasMessageContaining("bandung.unencrypted=yes");
    read(Map.of("BANDUNG_ADDRESS", "0.0.0.0", "BANDUNG_UNENCRYPTED", "yes")).requireSafeDoors();
    read(Map.of(
            "BANDUNG_ADDRESS", "192.0.2.7",
            "BANDUNG_PUBLIC_ADDRESS", "https://node.example.org"))
        .requireSafeDoors();
  }

  @Test
  void aDatabaseElsewhereProvesThatItIsIt() {
    var elsewhere = "jdbc:postgresql://db.example.org/bandung";
    for (var url : List.of(elsewhere, elsewhere + "?sslmode=require", elsewhere + "?ssl=true")) {
      assertThatThrownBy(() -> read(Map.of("BANDUNG_DATABASE_URL", url)))
          .as(url)
          .hasMessageContaining("sslmode=verify-full");
    }
    assertThatThrownBy(
            () -> read(Map.of("BANDUNG_DATABASE_URL", "jdbc:postgresql://localhost,db.example/x")))
        .hasMessageContaining("sslmode=verify-full");
    assertThatThrownBy(() -> read(Map.of("BANDUNG_DATABASE_URL", "jdbc:mysql://localhost/x")))
        .hasMessageContaining("no address of a PostgreSQL database");
    for (var url :
        List.of(
            elsewhere + "?sslmode=verify-full",
            "jdbc:postgresql://localhost/bandung",
            "jdbc:postgresql:bandung",
            "jdbc:postgresql://127.0.0.1:5433/bandung",
            "jdbc:postgresql://[::1]/bandung")) {
      assertThat(read(Map.of("BANDUNG_DATABASE_URL", url)).database().url()).contains(url);
    }
    assertThat(
            read(Map.of("BANDUNG_DATABASE_URL", elsewhere, "BANDUNG_DATABASE_UNENCRYPTED", "yes"))
                .database()
                .url())
        .contains(elsewhere);
  }

  @Test
  void secretsAreForTheirOwnerOnly() throws Exception {
    var file = Files.writeString(home.resolve("bandung.properties"), "bandung.port=9000\n");
    var environment = Map.of("BANDUNG_HOME", home.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(read(environment).port()).isEqualTo(9000);

    Files.writeString(file, "bandung.mail.password=secret\n");
    assertThatThrownBy(() -> read(environment))
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("secret\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w----"));
    assertThatThrownBy(() -> read(environment)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(read(environment).port()).isEqualTo(8080);

    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> read(environment)).hasMessageContaining("chmod o-w");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void importsStayOutsideUnlessSomebodySaysOtherwise() {
    assertThat(read(Map.of()).inputs().innerAddresses()).isFalse();
    assertThat(read(Map.of("BANDUNG_IMPORT_INNER_ADDRESSES", "yes")).inputs().innerAddresses())
        .isTrue();
  }

  @Test
  void anUnknownVariableIsAnErrorWithASuggestion() {
    assertThatThrownBy(() -> read(Map.of("BANDUNG_PROT", "1")))
        .hasMessageContaining("BANDUNG_PROT")
        .hasMessageContaining("BANDUNG_PORT");
  }

  @Test
  void anUnknownKeyIsAnErrorWithASuggestion() throws Exception {
    Files.writeString(home.resolve("bandung.properties"), "bandung.iati.standart=/x\n");

    assertThatThrownBy(() -> read(Map.of("BANDUNG_HOME", home.toString())))
        .hasMessageContaining("bandung.iati.standart")
        .hasMessageContaining("bandung.iati.standard");
  }

  @Test
  void aFolderThatIsNoneIsSaidByName() {
    assertThatThrownBy(() -> read(Map.of("BANDUNG_IATI_STANDARD", home.resolve("no").toString())))
        .hasMessageContaining("bandung.iati.standard");
  }

  @Test
  void aPortMustBeANumber() {
    assertThatThrownBy(() -> read(Map.of("BANDUNG_PORT", "eighty"))).hasMessageContaining("eighty");
  }

  @Test
  void onlyThisMachineIsAnsweredUnlessSomebodyOpensTheNode() {
    assertThat(read(Map.of()).address()).isEqualTo("127.0.0.1");
    assertThat(read(Map.of("BANDUNG_ADDRESS", "0.0.0.0")).address()).isEqualTo("0.0.0.0");
    assertThat(read(Map.of("BANDUNG_ADDRESS", "::1")).address()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThatThrownBy(() -> read(Map.of("BANDUNG_ADDRESS", "everywhere")))
        .hasMessageContaining("bandung.address")
        .hasMessageContaining("0.0.0.0");
  }

  @Test
  void aLimitMustBeANumberAndAProxyAnAddress() {
    var traffic = read(Map.of("BANDUNG_TRUSTED_PROXY", "10.0.0.1")).listening().traffic();

    assertThat(traffic.requestsPerMinute()).isEqualTo(300);
    assertThat(traffic.trustedProxy()).contains("10.0.0.1");
    assertThatThrownBy(() -> read(Map.of("BANDUNG_REQUESTS_PER_MINUTE", "-1")))
        .hasMessageContaining("bandung.requests-per-minute");
    assertThatThrownBy(() -> read(Map.of("BANDUNG_TRUSTED_PROXY", "proxy")))
        .hasMessageContaining("bandung.trusted-proxy");
  }

  @Test
  void passwordsAreNeverPrinted() {
    var settings =
        read(
            Map.of(
                "BANDUNG_DATABASE_URL", "jdbc:postgresql://localhost/b",
                "BANDUNG_DATABASE_PASSWORD", "secret-word"));

    assertThat(settings.toString()).doesNotContain("secret-word");
  }
}
