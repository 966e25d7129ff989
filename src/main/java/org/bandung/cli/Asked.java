package org.bandung.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.Closest;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Reads values of options that reference data know.
record Asked(Reference reference, Talk talk, CommandSpec spec) {

  private ParameterException fault(String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), talk.words(key, arguments));
  }

  /// A country by its code or name.
  Optional<CountryCode> country(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var upper = text.toUpperCase(Locale.ROOT);
    if (CountryCode.isWellFormed(upper)
        && reference.findCountry(new CountryCode(upper)).isPresent()) {
      return Optional.of(new CountryCode(upper));
    }
    if (reference.resolveCountry(text) instanceof CountryResolution.Found(var country)) {
      return Optional.of(country);
    }
    throw fault("usage-fault.country", text);
  }

  Optional<Role> role(@Nullable String code) {
    return oneOf(Arrays.stream(Role.values()).map(Role::code).toList(), code)
        .flatMap(
            known -> Arrays.stream(Role.values()).filter(r -> r.code().equals(known)).findFirst());
  }

  /// One of a few words, in any case of letters.
  Optional<String> oneOf(List<String> words, @Nullable String word) {
    if (word == null || words.contains(word.toLowerCase(Locale.ROOT))) {
      return Optional.ofNullable(word).map(w -> w.toLowerCase(Locale.ROOT));
    }
    throw fault("usage-fault.one-of", word, String.join(", ", words));
  }

  /// A region of M49 by its number.
  Optional<String> region(@Nullable String number) {
    if (number != null && reference.findRegion(number).isEmpty()) {
      throw fault("usage-fault.region", number);
    }
    return Optional.ofNullable(number);
  }

  /// A grouping or a category of countries by its code, in any case of letters.
  Optional<String> grouping(@Nullable String code) {
    if (code == null) {
      return Optional.empty();
    }
    var known = reference.gatherings();
    var found = known.stream().filter(c -> c.equalsIgnoreCase(code)).findFirst();
    if (found.isEmpty()) {
      throw Closest.to(code.toUpperCase(Locale.ROOT), known)
          .map(closest -> fault("usage-fault.value-closest", code, closest))
          .orElseGet(() -> fault("usage-fault.grouping", code));
    }
    return found;
  }

  /// A code of the facet's scheme, in any case of letters.
  Optional<String> code(Facet facet, @Nullable String code) {
    var scheme = reference.findScheme(facet.schemes().getFirst());
    if (code == null || scheme.isEmpty()) {
      return Optional.ofNullable(code);
    }
    var known = scheme.get().categories().keySet().stream().sorted().toList();
    var found = known.stream().filter(c -> c.equalsIgnoreCase(code)).findFirst();
    if (found.isEmpty()) {
      throw Closest.to(code, known)
          .map(closest -> fault("usage-fault.value-closest", code, closest))
          .orElseGet(() -> fault("usage-fault.one-of", code, String.join(", ", known)));
    }
    return found;
  }
}
