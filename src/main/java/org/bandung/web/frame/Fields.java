package org.bandung.web.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Messages;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a form, read field by field; what cannot be read is a fault of its
/// field, and nothing typed is lost.
public abstract class Fields {

  private final Map<String, String> typed;
  private final List<Fault> faults = new ArrayList<>();

  protected Fields(Map<String, String> typed) {
    this.typed = typed;
  }

  /// A field that cannot be taken as it is.
  ///
  /// @param why the end of a key of messages
  public record Fault(String field, String why) {}

  public final List<Fault> faults() {
    return List.copyOf(faults);
  }

  public final void fault(String field, String why) {
    faults.add(new Fault(field, why));
  }

  public final String get(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /// @return null where nothing was typed
  public final @Nullable String given(String field) {
    var text = get(field);
    return text.isEmpty() ? null : text;
  }

  /// One of the seven languages that a field names; English if it names none.
  public final String language(String field) {
    var language = get(field);
    return Messages.LANGUAGES.contains(language) ? language : "en";
  }
}
