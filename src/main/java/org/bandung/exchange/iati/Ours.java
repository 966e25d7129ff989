package org.bandung.exchange.iati;

/// The names under which we add to IATI. They lead nowhere on the network: no host speaks for all
/// nodes.
public final class Ours {

  /// The namespace of our block, and what the addresses of our vocabularies begin with.
  public static final String NAMESPACE = "urn:bandung:iati:1";

  /// The prefix it has in the files we write.
  static final String PREFIX = "bandung";

  /// The element that holds all of ours in an activity.
  public static final String BLOCK = "initiative";

  private Ours() {}

  /// Whether a tag's vocabulary is one of ours.
  public static boolean isOurs(String vocabularyUri) {
    return vocabularyUri.startsWith(NAMESPACE + ":");
  }
}
