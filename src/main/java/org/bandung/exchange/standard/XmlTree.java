package org.bandung.exchange.standard;

import java.util.List;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/// One XML text after its only parse: the tree, and what the schema had to say.
///
/// @param document the tree; null when the text is not well formed
/// @param recordId the identifier of the record as far as the parse came; empty if none was met
/// @param faults what the schema objects to, at most {@link XmlTreeHandler#MOST_FAULTS}
/// @param faultCount how many objections there were in all
/// @param fatal why there is no tree
public record XmlTree(
    @Nullable NodeInfo document,
    String recordId,
    List<Fault> faults,
    int faultCount,
    @Nullable Fault fatal) {

  public XmlTree {
    faults = List.copyOf(faults);
  }

  /// One objection.
  ///
  /// @param line in the file
  /// @param path from the record's children downwards, such as `transaction/value`
  public record Fault(int line, String path, String message) {}
}
