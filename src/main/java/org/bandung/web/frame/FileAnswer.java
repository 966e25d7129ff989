package org.bandung.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bandung.store.StoredFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A kept file as an answer: always to be saved, never shown as a page of ours.
public final class FileAnswer {

  private FileAnswer() {}

  /// Sends the file under a name.
  ///
  /// @param name as the record calls it that holds the file
  public static void send(HttpServletResponse response, StoredFile file, String name, byte[] bytes)
      throws IOException {
    send(response, file.mediaType(), name, bytes);
  }

  /// Sends bytes of our own making under a name.
  public static void send(HttpServletResponse response, String mediaType, String name, byte[] bytes)
      throws IOException {
    response.setContentType(
        mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
