package org.bandung.reference;

import java.util.Optional;
import org.bandung.kernel.LocalizedText;

/// A region of M49.
///
/// @param level `world`, `region`, `subregion` or `intermediate`
public record Region(String m49, String level, Optional<String> parent, LocalizedText name) {}
