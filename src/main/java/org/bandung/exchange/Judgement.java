package org.bandung.exchange;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What the judge says of one record.
///
/// @param element the record's element below its root, each node with its line in the file; null
///   when the record is not well formed. White space between elements is left out
/// @param notes in the order: well-formedness, schema, rules, codelists, Bandung's own
record Judgement(@Nullable XdmNode element, List<Note> notes) {

  Judgement {
    notes = List.copyOf(notes);
  }
}
