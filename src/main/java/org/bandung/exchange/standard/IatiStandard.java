package org.bandung.exchange.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.Configuration;
import org.bandung.exchange.standard.IatiCodelists.Codelist;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The official material of one folder: schemas, rules and codelists, with what to call them.
///
/// The folder holds `schemas/<version>/*.xsd`, `rulesets/rulesets/standard.json`,
/// `codelists/embedded-2.03/{mapping.xml,xml}` and `codelists/non-embedded/xml`. The ids of the
/// codelist rules are the official validator's own and not part of the standard's repositories;
/// `expected/iati-codelist-rules-2.03.tsv` gives them if it is there.
public final class IatiStandard {

  private static final String MAPPING = "codelists/embedded-2.03/mapping.xml";
  private static final String RULES = "rulesets/rulesets/standard.json";

  private final Path folder;
  private final IatiSchemas schemas;
  private final IatiRules rules;
  private final IatiCodelists codelists;
  private final String fingerprint;

  private IatiStandard(Path folder, Configuration configuration, Supplier<LocalDate> today) {
    this.folder = folder;
    var digest = sha256();
    schemas = new IatiSchemas(folder.resolve("schemas"));
    schemas.files().forEach(file -> digest.update(bytes(file)));
    var loader = new IatiCodelistLoader(configuration, file -> read(file, digest));
    var lists = new HashMap<String, Codelist>();
    for (var part : new String[] {"codelists/embedded-2.03/xml", "codelists/non-embedded/xml"}) {
      lists.putAll(loader.lists(required(part)));
    }
    var xpath = new IatiRuleXPath(configuration);
    var ids = folder.resolve("expected/iati-codelist-rules-2.03.tsv");
    codelists =
        loader.mapping(required(MAPPING), lists, Files.exists(ids) ? read(ids, digest) : "", xpath);
    rules = rules(required(RULES), xpath, new IatiRuleKinds(ids(lists), today), digest);
    fingerprint = HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /// Loads the material.
  ///
  /// @param today the date that rules on the future compare with
  /// @throws IllegalArgumentException naming the file that is missing or cannot be used
  public static IatiStandard load(
      Path folder, Configuration configuration, Supplier<LocalDate> today) {
    return new IatiStandard(folder, configuration, today);
  }

  private Path required(String relative) {
    var path = folder.resolve(relative);
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException("the IATI standard lacks " + path);
    }
    return path;
  }

  private static IatiRules rules(
      Path file, IatiRuleXPath xpath, IatiRuleKinds kinds, MessageDigest digest) {
    try {
      return new IatiRules(json(read(file, digest)), xpath, kinds);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot use the ruleset " + file + ": " + e.getMessage(), e);
    }
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static IatiRuleIds ids(Map<String, Codelist> lists) {
    var organisations =
        Stream.of("OrganisationIdentifier", "IATIOrganisationIdentifier")
            .flatMap(name -> codes(lists, name).stream())
            .collect(Collectors.toSet());
    return new IatiRuleIds(organisations, codes(lists, "OrganisationRegistrationAgency"));
  }

  private static Set<String> codes(Map<String, Codelist> lists, String name) {
    var list = lists.get(name);
    return list == null ? Set.of() : list.codes();
  }

  private static String read(Path file, MessageDigest digest) {
    var bytes = bytes(file);
    digest.update(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public IatiSchemas schemas() {
    return schemas;
  }

  public IatiRules rules() {
    return rules;
  }

  public IatiCodelists codelists() {
    return codelists;
  }

  /// Changes when any of the files does.
  public String fingerprint() {
    return fingerprint;
  }
}
