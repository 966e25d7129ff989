package org.bandung.exchange;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bandung.exchange.tables.TableGround;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.reference.CountryResolution;

/// What reading tables asks of the house, answered by its reference data and tables of words.
final class HouseGround implements TableGround {

  private final SouthSouthWords words = new SouthSouthWords();
  private final Function<String, CountryResolution> countries;
  private final String fingerprint;

  HouseGround(Function<String, CountryResolution> countries, Supplier<String> reference) {
    this.countries = countries;
    this.fingerprint =
        StableId.of(
            reference.get(), ExchangeTables.fingerprint("south-south-words.csv", "notes.csv"));
  }

  @Override
  public CountryResolution resolveCountry(String codeOrName) {
    return countries.apply(codeOrName);
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Set<String> southSouthWords(Iterable<String> texts) {
    return words.in(texts);
  }

  @Override
  public Note.Severity severity(String code) {
    return IatiNotes.severity(code);
  }
}
