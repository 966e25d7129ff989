package org.bandung.parties;

import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// An organisation as a source mentions it.
///
/// @param type code of the scheme `organisation-type`
public record Mention(@Nullable String reference, LocalizedText name, @Nullable String type) {}
