package org.bandung.parties;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.StableId;
import org.bandung.parties.Directory.Prefix;
import org.bandung.parties.Identity.Nature;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.Folding;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;

/// Tells who a mention is: by the directory, else by the beginning of its reference, else by type
/// and name.
///
/// Called for every participant of every record, so it uses plain look-ups only.
final class IdentityRules {

  private static final Identity NOBODY =
      new Identity(Optional.empty(), Optional.empty(), Nature.UNKNOWN, Optional.empty());
  private static final Prefix ANYBODY = new Prefix(Optional.empty(), Nature.UNKNOWN);
  private static final Prefix MULTILATERAL = new Prefix(Optional.empty(), Nature.MULTILATERAL);
  private static final String CHANNEL_OF_MULTILATERALS = "XM-DAC-4";

  private final Directory directory;
  private final Reference reference;
  private final Map<String, Prefix> byAlpha2 = new HashMap<>();
  private final Map<String, Identity> listed = new HashMap<>();
  private final Map<String, Identity> multilateralByName = new HashMap<>();

  IdentityRules(Directory directory, Reference reference) {
    this.directory = directory;
    this.reference = reference;
    reference
        .countries()
        .forEach(c -> byAlpha2.put(c.alpha2(), new Prefix(Optional.of(c.code()), Nature.UNKNOWN)));
    directory.all().forEach(this::list);
    nameMultilaterals();
  }

  Identity identify(Mention mention) {
    var key = realReference(mention.reference());
    if (key == null) {
      return byTypeAndName(mention, Optional.empty());
    }
    var organisation = directory.byReference(key);
    if (organisation != null) {
      return listed.getOrDefault(organisation.id(), NOBODY);
    }
    var id = Optional.of(id(key));
    var prefix = prefix(key);
    if (prefix.equals(ANYBODY)) {
      return byTypeAndName(mention, id);
    }
    return new Identity(id, prefix.country(), nature(mention.type(), prefix), Optional.empty());
  }

  /// The reference in its normal form; null if it is none or known to mean nothing.
  @Nullable String realReference(@Nullable String reference) {
    if (reference == null) {
      return null;
    }
    var key = Directory.normalised(reference);
    return !hasLetterOrDigit(key) || directory.isJunk(key) ? null : key;
  }

  /// The id of an organisation that the directory does not list.
  static String id(String normalised) {
    return StableId.of("organisation", normalised);
  }

  // What is known of the reference corrects a reporter who files a multilateral under "government";
  // else the reporter's type tells more than a register that holds organisations of all kinds.
  private Nature nature(@Nullable String type, Prefix prefix) {
    var stated = directory.nature(type);
    boolean corrected = stated == Nature.GOVERNMENT && prefix.nature() == Nature.MULTILATERAL;
    return stated == Nature.UNKNOWN || corrected ? prefix.nature() : stated;
  }

  // The longest listed beginning that ends at a hyphen: "XM-DAC-7" is no beginning of "XM-DAC-701".
  private Prefix prefix(String key) {
    for (int end = key.length(); end > 0; end = key.lastIndexOf('-', end - 1)) {
      var prefix = directory.prefix(key.substring(0, end));
      if (prefix != null) {
        return prefix;
      }
    }
    if (key.startsWith(CHANNEL_OF_MULTILATERALS) && fiveDigitsFrom(key, 7)) {
      return MULTILATERAL;
    }
    boolean countryForm = key.length() > 3 && key.charAt(2) == '-';
    return countryForm ? byAlpha2.getOrDefault(key.substring(0, 2), ANYBODY) : ANYBODY;
  }

  private static boolean fiveDigitsFrom(String key, int start) {
    int end = start;
    while (end < key.length() && Character.isDigit(key.charAt(end))) {
      end++;
    }
    return end - start == 5;
  }

  private Identity byTypeAndName(Mention mention, Optional<String> id) {
    var nature = directory.nature(mention.type());
    for (var name : mention.name().byLanguage().values()) {
      var multilateral = multilateralByName.get(Folding.fold(name));
      if (multilateral != null) {
        return new Identity(id, Optional.empty(), Nature.MULTILATERAL, multilateral.grouping());
      }
      if (nature == Nature.GOVERNMENT
          && reference.resolveCountryName(name) instanceof Found(var country)) {
        return new Identity(id, Optional.of(country), nature, Optional.empty());
      }
    }
    return id.isEmpty() && nature == Nature.UNKNOWN
        ? NOBODY
        : new Identity(id, Optional.empty(), nature, Optional.empty());
  }

  private void list(Organisation organisation) {
    var nature = organisation.type().map(directory::nature).orElse(Nature.UNKNOWN);
    if (nature == Nature.UNKNOWN) {
      nature =
          Directory.MULTILATERAL_KINDS.contains(organisation.kind())
              ? Nature.MULTILATERAL
              : Nature.GOVERNMENT;
    }
    listed.put(
        organisation.id(),
        new Identity(
            Optional.of(organisation.id()),
            organisation.country(),
            nature,
            organisation.grouping()));
  }

  // Only of multilaterals: a ministry's name occurs in many countries.
  private void nameMultilaterals() {
    Set<String> shared = new HashSet<>();
    for (var organisation : directory.all()) {
      var identity = listed.get(organisation.id());
      if (identity == null || identity.nature() != Nature.MULTILATERAL) {
        continue;
      }
      for (var name : Set.copyOf(organisation.name().byLanguage().values())) {
        var before = multilateralByName.putIfAbsent(Folding.fold(name), identity);
        if (before != null && !before.equals(identity)) {
          shared.add(Folding.fold(name));
        }
      }
    }
    shared.forEach(multilateralByName::remove);
  }

  private static boolean hasLetterOrDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
