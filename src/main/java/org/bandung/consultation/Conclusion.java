package org.bandung.consultation;

import java.util.List;

/// What a consultation came to.
public sealed interface Conclusion {

  /// An agreement, or a change of one.
  ///
  /// @param bound the parties that stand in it
  record Agreed(int version, List<String> bound) implements Conclusion {
    public Agreed {
      bound = List.copyOf(bound);
    }
  }

  /// A position or declaration that these parties make together.
  record JointPosition(int version, List<String> bound) implements Conclusion {
    public JointPosition {
      bound = List.copyOf(bound);
    }
  }

  /// Nothing, and why.
  record NoAgreement(List<Reason> reasons) implements Conclusion {
    public NoAgreement {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why one party could not agree, or left.
  record Reason(String party, String text) {}
}
