package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bandung.reference.InventedWorld;

class HostileQueryTest {

  private static final ApiDoor DOOR = new ApiDoor(InventedWorld.reference());

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(Parameter.values()).map(Parameter::word),
        Arbitraries.strings().all().ofMinLength(1).ofMaxLength(30));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(300),
        Arbitraries.of("1e9", "-1", "QMM", "'; drop table registry_initiative; --", "%", "\0"));
  }

  @Property(tries = 1000)
  void noQueryStringMakesTheServerFail(
      @ForAll("names") String name, @ForAll("values") String value, @ForAll Route route)
      throws Exception {
    var path = route.path().replaceAll("\\{.*}", "QMM");

    var answer = DOOR.getWith(path, name, value);

    assertThat(answer.status()).isIn(200, 400, 404, 414);
  }
}
