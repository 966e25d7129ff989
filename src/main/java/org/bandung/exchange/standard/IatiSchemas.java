package org.bandung.exchange.standard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/// The official XML schemas, one per version and root element, compiled when first needed.
public final class IatiSchemas {

  /// The versions whose schemas are known; any other 2.0x is judged by the newest.
  static final Set<String> VERSIONS = Set.of("2.01", "2.02", "2.03");

  static final String NEWEST = "2.03";

  private static final Map<String, String> FILES =
      Map.of(
          "iati-activities", "iati-activities-schema.xsd",
          "iati-organisations", "iati-organisations-schema.xsd",
          "registry-record", "iati-registry-record-schema.xsd");

  private final Path folder;
  private final Map<Path, Schema> compiled = new ConcurrentHashMap<>();

  /// @param folder holds one folder per version
  IatiSchemas(Path folder) {
    this.folder = folder;
    for (var file : files()) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException("the IATI standard lacks " + file);
      }
    }
  }

  /// The files that decide about records.
  List<Path> files() {
    return VERSIONS.stream()
        .sorted()
        .flatMap(version ->
            List.of(
                    "iati-activities-schema.xsd",
                    "iati-organisations-schema.xsd",
                    "iati-common.xsd",
                    "xml.xsd")
                .stream()
                .map(name -> folder.resolve(version).resolve(name)))
        .toList();
  }

  /// The version whose schema judges a file that declares `version`.
  public static String versionFor(String version) {
    return VERSIONS.contains(version) ? version : NEWEST;
  }

  public Schema schema(String version, String root) {
    var name = FILES.getOrDefault(root, "iati-activities-schema.xsd");
    return compiled.computeIfAbsent(
        folder.resolve(versionFor(version)).resolve(name), IatiSchemas::compile);
  }

  private static Schema compile(Path file) {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      return factory.newSchema(file.toFile());
    } catch (SAXException e) {
      throw new IllegalArgumentException("cannot use the XML schema " + file, e);
    }
  }
}
