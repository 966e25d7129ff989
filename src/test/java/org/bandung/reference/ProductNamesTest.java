package org.bandung.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductNamesTest {

  @TempDir Path node;

  private Reference with(String file, String content) throws IOException {
    Files.createDirectories(node.resolve("products"));
    Files.writeString(node.resolve("products").resolve(file), content);
    return Reference.load(InventedWorld.folder("reference-world"), Optional.of(node));
  }

  @Test
  void aListAsItsPublisherHandsItOutNamesTheCodesOfItsEdition() throws IOException {
    var reference =
        with(
            "hs-2017.csv",
            "\uFEFFcode,description\r\n010121,\"Horses: live, pure-bred\"\r\n090111,Coffee\r\n");

    assertThat(reference.productName("HS 2017", "010121", "en")).hasValue("Horses: live, pure-bred");
    // nobody translates it, and an English name says more than a code
    assertThat(reference.productName("HS 2017", "090111", "fr")).hasValue("Coffee");
    assertThat(reference.productName("HS 2017", "999999", "en")).isEmpty();
    // another edition may mean other goods by the same code
    assertThat(reference.productName("HS 2012", "090111", "en")).isEmpty();
  }

  @Test
  void columnsOfLanguagesAreTaken() throws IOException {
    var reference = with("sitc-4.csv", "section,hscode,es,en\nI,0711,Café,Coffee\n");

    assertThat(reference.productName("SITC 4", "0711", "es")).hasValue("Café");
    assertThat(reference.productName("SITC 4", "0711", "ru")).hasValue("Coffee");
  }

  @Test
  void anotherListIsAnotherStateOfTheReferenceData() throws IOException {
    var one = with("hs-2017.csv", "code,description\n01,Animals\n").fingerprint();

    assertThat(with("hs-2017.csv", "code,description\n01,Live animals\n").fingerprint())
        .isNotEqualTo(one);
  }

  @Test
  void everyFaultIsToldWithItsLine() {
    assertThatThrownBy(
            () ->
                with(
                    "hs-2017.csv",
                    "code,description\n01,Animals\n<b>,Bold\n02,\n01,Again\n03,%s\n"
                        .formatted("x".repeat(1_001))))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("'<b>' in the column code is no code")
        .hasMessageContaining("neither a description nor a name")
        .hasMessageContaining("the code 01 stands twice")
        .hasMessageContaining("longer than 1000 characters");
  }

  @Test
  void aTableWithoutACodeIsRefused() {
    assertThatThrownBy(() -> with("hs-2017.csv", "k,name\n1,x\n"))
        .isInstanceOf(BadDataException.class);
  }
}
