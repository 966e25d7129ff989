/// Who may see single fields that are sensitive: one table for all kinds of records
/// (`SensitiveField`), and what follows from it for one record (`Circle`). Pure.
@NamedInterface("fields")
@NullMarked
package org.bandung.access.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
