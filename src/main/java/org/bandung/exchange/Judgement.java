package org.bandung.exchange;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What the judge says of one record.
///
/// @param element the record as a tree; null when it is not well formed
record Judgement(@Nullable XdmNode element, List<Note> notes) {

  Judgement {
    notes = List.copyOf(notes);
  }
}
