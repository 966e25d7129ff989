package org.bandung.api.json;

import java.util.List;
import org.bandung.kernel.Messages;
import org.bandung.registry.Registry;
import org.jspecify.annotations.Nullable;

/// How much this node holds, and which Bandung it is.
///
/// @param headline initiatives that a party or publisher states; compilations stand apart
public record StatusJson(
    String version,
    long initiatives,
    long headline,
    long compilationOnly,
    long southSouth,
    long statements,
    long withdrawn,
    long sources,
    List<Speech.Tally> modalities,
    @Nullable String lastReceived,
    String statusScheme) {

  /// The words of this door.
  public static final Messages WORDS = Messages.of("api");

  /// Whether everything that follows the facts has caught up.
  public record Ready(boolean ready) {}

  public static StatusJson render(Registry.Counts counts, String version, Speech speech) {
    return new StatusJson(
        version,
        counts.initiatives(),
        counts.headline(),
        counts.compilationOnly(),
        counts.southSouth(),
        counts.statements(),
        counts.withdrawn(),
        counts.sources(),
        speech.tallies("modality", counts.modalities()),
        counts.lastReceived().map(Object::toString).orElse(null),
        speech.reference().defaultStatusScheme());
  }
}
