package org.bandung.exchange.standard;

import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/// One case of an official rule, ready to be put to a context node.
@FunctionalInterface
public interface IatiRule {

  /// The node that breaks the rule, by preference the one that a reader would have to correct; null
  /// when the rule holds or does not apply.
  ///
  /// @param group the value that a `loop` currently stands at; empty outside of loops
  @Nullable NodeInfo offender(NodeInfo context, String group);
}
