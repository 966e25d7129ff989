package org.bandung.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.kernel.Closest;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.registry.Role;
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
    if (code == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Role.values())
            .filter(r -> r.code().equals(code.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() ->
                fault(
                    "usage-fault.one-of",
                    code,
                    Arrays.stream(Role.values())
                        .map(Role::code)
                        .collect(Collectors.joining(", ")))));
  }

  Optional<String> modality(@Nullable String code) {
    var scheme = reference.findScheme("modality");
    if (code == null || scheme.isEmpty() || scheme.get().categories().containsKey(code)) {
      return Optional.ofNullable(code);
    }
    var known = scheme.get().categories().keySet().stream().sorted().toList();
    throw Closest.to(code, known)
        .map(closest -> fault("usage-fault.value-closest", code, closest))
        .orElseGet(() -> fault("usage-fault.one-of", code, String.join(", ", known)));
  }
}
