package org.bandung;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.Imports;
import org.springframework.context.ApplicationContext;

/// The work done once while the program is built, so that the start-up cache holds the classes and
/// profiles of what a day consists of: an import and some pages, in a home thrown away afterwards.
final class Training {

  private static final int RECORDS = 1500;

  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/initiatives",
          "/initiatives?modality=triangular&lang=ar",
          "/initiatives?country=BRA&role=provider&lang=fr",
          "/countries",
          "/countries/KEN",
          "/sources",
          "/api/v1/initiatives?limit=50",
          "/api/v1/countries/BRA",
          "/api/v1/ready");

  private Training() {}

  /// Whether this process is the training run of the build.
  static boolean wanted() {
    return Boolean.getBoolean("bandung.training");
  }

  static void run(ApplicationContext context, int port) throws IOException, InterruptedException {
    var file = Files.createTempFile("training-", ".xml");
    try {
      Files.writeString(file, document());
      context
          .getBean(Imports.class)
          .importIati(
              new ImportRequest(List.of(file.toString()), false, false, Optional.empty(), "en"),
              ImportProgress.SILENT);
    } finally {
      Files.deleteIfExists(file);
    }
    try (var client = HttpClient.newHttpClient()) {
      for (int round = 0; round < 15; round++) {
        for (var address : ADDRESSES) {
          var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
          client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
      }
    }
  }

  private static String document() throws IOException {
    String record;
    try (var stream = Training.class.getResourceAsStream("/training/activity.xml")) {
      record = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
    var document =
        new StringBuilder("<?xml version=\"1.0\"?>\n<iati-activities version=\"2.03\">\n");
    for (int i = 0; i < RECORDS; i++) {
      document.append(record.replace("NUMBER", Integer.toString(i)));
    }
    return document.append("</iati-activities>\n").toString();
  }
}
