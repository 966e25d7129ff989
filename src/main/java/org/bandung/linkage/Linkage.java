package org.bandung.linkage;

import java.util.ArrayList;
import java.util.List;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.springframework.stereotype.Service;

/// The one entrance: which statements of this node may speak of the same initiative.
@Service
public class Linkage {

  private static final int AT_ONCE = 500;

  private final Registry registry;
  private final Concepts concepts;

  Linkage(Registry registry, Concepts concepts) {
    this.registry = registry;
    this.concepts = concepts;
  }

  /// Every proposal among the statements that the reader may see; nothing is stored.
  ///
  /// @param converter makes amounts in several currencies comparable
  public List<Proposal> propose(Reader reader, Converter converter) {
    return new Linker(concepts, converter, new Linker.Settings(true))
        .link(statements(registry, reader))
        .proposals();
  }

  /// The standing statements, by initiative.
  static List<Told> statements(Registry registry, Reader reader) {
    var told = new ArrayList<Told>();
    for (var ids = registry.idsAfter("", AT_ONCE);
        !ids.isEmpty();
        ids = registry.idsAfter(ids.getLast(), AT_ONCE)) {
      for (var one : registry.spoken(reader, ids)) {
        told.add(
            new Told(
                one.key(),
                one.sourceKey(),
                one.originalId(),
                one.initiative(),
                one.own(),
                one.content()));
      }
    }
    return told;
  }
}
