package org.bandung.catalogue.drafts;

import org.bandung.catalogue.EntryKind;

/// Whether a country wants to clear what its bodies seek or offer before it is released.
@FunctionalInterface
interface Clearance {
  boolean demanded(String country, EntryKind kind);
}
