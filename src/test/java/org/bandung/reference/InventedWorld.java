package org.bandung.reference;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.bandung.kernel.CountryCode;

/// The reference data of an invented world, for tests of every module.
///
/// Meridia, Norelia and Osmara (QMM, QNN, QOO) lie in region 801 and form the grouping `COMM`;
/// Pelaria and the Quillara Islands (QPP, QQQ) lie in region 802, Rosmere (QRR) in 803: all South.
/// Xanthe and Yarrow (QXX, QYY) are North, in region 804. Vesper Reef (QVV) is a territory in 801.
public final class InventedWorld {

  public static final CountryCode QMM = new CountryCode("QMM");
  public static final CountryCode QNN = new CountryCode("QNN");
  public static final CountryCode QOO = new CountryCode("QOO");
  public static final CountryCode QPP = new CountryCode("QPP");
  public static final CountryCode QQQ = new CountryCode("QQQ");
  public static final CountryCode QRR = new CountryCode("QRR");
  public static final CountryCode QXX = new CountryCode("QXX");
  public static final CountryCode QYY = new CountryCode("QYY");
  public static final CountryCode QVV = new CountryCode("QVV");

  private InventedWorld() {}

  /// Its countries, groupings and classifications.
  public static Reference reference() {
    return Reference.load(folder("reference-world"));
  }

  /// A folder of test resources.
  public static Path folder(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(InventedWorld.class.getResource("/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
