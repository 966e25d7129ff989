package org.bandung.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bandung.store.Files;
import org.bandung.store.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A kept file as an answer: to be saved, or shown where it is a picture; never a page of ours.
public final class FileAnswer {

  private FileAnswer() {}

  /// Sends the file under a name.
  ///
  /// @param name as the record calls it that holds the file
  public static void send(HttpServletResponse response, StoredFile file, String name, byte[] bytes)
      throws IOException {
    send(response, file.mediaType(), name, bytes);
  }

  /// Shows a picture that everybody may see: kept by who got it, but asked for again each time, so
  /// that what is taken back is gone at once.
  ///
  /// @param held what the caller says it has, if it says so
  public static void show(
      HttpServletResponse response, Files.Picture picture, @Nullable String held, Files files)
      throws IOException {
    var tag = '"' + picture.sha256() + '"';
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.ETAG, tag);
    if (held != null && Arrays.stream(held.split(",")).map(String::strip).anyMatch(tag::equals)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    var name =
        "picture-"
            + picture.sha256().substring(0, 12)
            + (picture.mediaType().equals("image/png") ? ".png" : ".jpg");
    response.setContentType(picture.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.inline().filename(name).build().toString());
    response.setContentLengthLong(picture.size());
    files.send(picture, response.getOutputStream());
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
