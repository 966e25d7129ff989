package org.bandung.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/home/amina/open data/2023.xml|2023.xml",
        "2023.xml|2023.xml",
        "/home/amina/folder/|folder",
        "C:\\Users\\amina\\2023.csv|2023.csv",
        "/home/amina/all.tar.xz!/in/2023.xml|all.tar.xz!/in/2023.xml",
        "https://data.example/a/2023.xml|https://data.example/a/2023.xml",
        "https://amina:secret@data.example/a.xml?key=secret#top|https://data.example/a.xml",
        "https://data.example/a@b.xml|https://data.example/a@b.xml",
        "HTTPS://data.example?key=secret|HTTPS://data.example"
      })
  void thePublicIsToldNeitherFoldersNorKeys(String input, String told) {
    assertThat(Printable.published(input)).isEqualTo(told);
  }
}
