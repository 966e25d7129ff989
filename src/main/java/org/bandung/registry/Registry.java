package org.bandung.registry;

import java.util.List;
import java.util.Optional;
import org.bandung.access.Reader;
import org.bandung.kernel.CountryCode;

/// The one entrance to initiatives, the statements behind them and the sources they came from.
public interface Registry {

  /// Begins an import through a channel; `description` is what the operator sees in the list of
  /// runs.
  ImportRun beginImport(String channel, String description);

  /// Initiatives that fit the filter, newest first, one page at a time.
  InitiativePage list(Reader reader, InitiativeFilter filter, Optional<String> cursor, int limit);

  /// How many fit the filter, and how they fall over modality, role, sector, year and source.
  Facets facets(Reader reader, InitiativeFilter filter);

  /// One initiative by its id, or by an id that was merged into it, or by an original id.
  Optional<InitiativeView> find(Reader reader, String id);

  /// Whom a country works with, in which role, on what.
  CountryTies ties(Reader reader, CountryCode country);

  /// Every source with what it has stated.
  List<SourceView> listSources(Reader reader);

  Optional<SourceView> findSource(Reader reader, String key);

  /// The last runs of imports, newest first.
  List<ImportView> listImports(Reader reader, int limit);

  Optional<ImportView> findImport(Reader reader, long id);

  /// The figures of `status` and of the home page.
  RegistryCounts counts(Reader reader);
}
