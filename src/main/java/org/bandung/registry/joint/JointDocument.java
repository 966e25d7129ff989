package org.bandung.registry.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.jspecify.annotations.Nullable;

/// Joint initiatives as JSON, for programs: maps, lists, texts and whole numbers, in the words they
/// are stored under. Parties speak, not persons.
public final class JointDocument {

  private JointDocument() {}

  /// How things stand.
  public static Object of(Joint joint) {
    return JointCodec.tree(joint);
  }

  /// What happened.
  public static List<Object> of(List<Recorded> history) {
    return history.stream().map(JointDocument::of).toList();
  }

  private static Object of(Recorded recorded) {
    var told = new LinkedHashMap<String, @Nullable Object>();
    if (JointCodec.tree(recorded) instanceof Map<?, ?> all) {
      all.forEach((name, value) -> told.put(String.valueOf(name), value));
    }
    told.remove("person");
    return told;
  }
}
