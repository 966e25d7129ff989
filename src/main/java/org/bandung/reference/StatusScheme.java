package org.bandung.reference;

import org.bandung.kernel.LocalizedText;

/// A named, versioned classification of development status.
public record StatusScheme(
    String code,
    String version,
    boolean isDefault,
    LocalizedText name,
    String source,
    String note) {}
