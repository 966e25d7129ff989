package org.bandung.api.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bandung.catalogue.drafts.DraftView;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A draft as its reader may see it.
///
/// @param own whether it is the reader's body that writes it
/// @param submitted number of the version before the country; 0 for none, and so the next two
/// @param differs whether what is written differs from what was submitted last
/// @param can the deeds open to the reader
/// @param entry the id of the public entry, while there is one
record DraftJson(
    String id,
    BodyJson body,
    String kind,
    String state,
    boolean own,
    EntryWords says,
    int submitted,
    int cleared,
    int released,
    boolean differs,
    List<String> can,
    @Nullable String entry,
    @Nullable LocalDate confirmed,
    boolean clearanceDemanded,
    boolean releasable,
    List<Line> history) {

  /// A body of this node.
  record BodyJson(String id, String name) {}

  /// What was done with it; persons are not named.
  record Line(Instant at, String deed, int version, String reason, String body) {}

  /// A draft in a list.
  record Item(
      String id,
      BodyJson body,
      String kind,
      LocalizedText title,
      String state,
      boolean pending,
      boolean own,
      List<String> can,
      boolean stale,
      Instant saved) {}

  /// What became of a deed.
  ///
  /// @param draft null where the reader may not see it any more
  record Done(String id, String state, @Nullable DraftJson draft) {}

  static DraftJson of(DraftView v) {
    return new DraftJson(
        v.id(),
        new BodyJson(v.body().id(), v.body().name()),
        v.kind().code(),
        v.standing().state().code(),
        v.own(),
        EntryWords.of(v.wording()),
        v.standing().submitted(),
        v.standing().cleared(),
        v.standing().released(),
        v.differs(),
        v.can().stream().sorted().toList(),
        v.entry().orElse(null),
        v.confirmed(),
        v.clearanceDemanded(),
        v.releasable(),
        v.history().stream()
            .map(l -> new Line(l.at(), l.deed(), l.version(), l.reason(), l.body()))
            .toList());
  }

  static Item of(DraftView.Summary s) {
    return new Item(
        s.id(),
        new BodyJson(s.body().id(), s.body().name()),
        s.kind().code(),
        s.title(),
        s.state().code(),
        s.pending(),
        s.own(),
        s.can().stream().sorted().toList(),
        s.stale(),
        s.saved());
  }

  /// Changes with every saving and every deed.
  static String tag(DraftView v) {
    return v.revision() + "." + v.history().size();
  }
}
