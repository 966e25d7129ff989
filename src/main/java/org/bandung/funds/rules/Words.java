package org.bandung.funds.rules;

import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What a rule says, in words.
///
/// @param key of the bundle `rules`: `<key>.asks`, `<key>.found`; null if the fund wrote its own
/// @param asks what is asked, by language
/// @param found what was found, by language; `{0}`, `{1}` stand for the values that the rule shows
public record Words(@Nullable String key, LocalizedText asks, LocalizedText found) {}
