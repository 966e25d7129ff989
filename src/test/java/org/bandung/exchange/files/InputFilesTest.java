package org.bandung.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class InputFilesTest {

  private static final byte[] PLAIN = "<root/>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void unpacksByTheFirstBytesWhateverTheName() throws IOException {
    assertThat(read("a.xml", PLAIN)).containsExactly("a.xml = <root/>");
    assertThat(read("b.xml", gzip(PLAIN))).containsExactly("b.xml = <root/>");
    assertThat(read("c.xml", xz(PLAIN))).containsExactly("c.xml = <root/>");
    assertThat(read("d.xml", zip("in.xml", PLAIN))).containsExactly("d.xml!/in.xml = <root/>");
    assertThat(read("e.xml", gzip(tar("in.xml", PLAIN))))
        .containsExactly("e.xml!/in.xml = <root/>");
    assertThat(read("f.xml", xz(tar("in.xml", PLAIN)))).containsExactly("f.xml!/in.xml = <root/>");
  }

  @Test
  void readsAFolderInOrder() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.write(folder.resolve("in/b.XML"), PLAIN);
    Files.write(folder.resolve("in/a.xml.gz"), gzip(PLAIN));
    Files.write(folder.resolve("in/notes.txt"), PLAIN);

    assertThat(read(List.of(folder.resolve("in").toString())))
        .containsExactly("a.xml.gz = <root/>", "b.XML = <root/>");
  }

  @Test
  void saysWhenAFolderHoldsNothingToRead() throws IOException {
    Files.createDirectories(folder.resolve("none"));
    Files.write(folder.resolve("none/notes.txt"), PLAIN);

    assertThat(read(List.of(folder.resolve("none").toString())))
        .containsExactly("none: bandung.empty-folder");
  }

  @Test
  void explainsArchivesThatAreNot() throws IOException {
    assertThat(read("g.zip", zip("inner.zip", zip("in.xml", PLAIN))))
        .containsExactly("g.zip!/inner.zip: bandung.nested-archive");
    assertThat(read("a.xml", zip("[Content_Types].xml", PLAIN)))
        .containsExactly("a.xml: bandung.spreadsheet");
    assertThat(read("b.zip", zip("readme.txt", PLAIN)))
        .containsExactly("b.zip: bandung.archive-without-xml");
    assertThat(read("c.zip", zip("in.xml", gzip(PLAIN))))
        .containsExactly("c.zip!/in.xml: bandung.nested-archive");
    assertThat(read("d.gz", gzip(gzip(PLAIN)))).containsExactly("d.gz: bandung.nested-archive");
    var broken = xz(tar("in.xml", PLAIN));
    broken[broken.length / 2] ^= 0x55;
    assertThat(read("e.txz", broken)).last().asString().contains("bandung.broken-archive");
    assertThat(read(List.of(folder + "/nowhere.xml")))
        .containsExactly("nowhere.xml: bandung.no-such-file");
  }

  @Test
  void stopsABombBeforeItBursts() throws IOException {
    assertThat(read("bomb.gz", gzip(new byte[80_000_000]))).isNotEmpty();
    assertThat(read("bomb.xz", xz(new byte[200_000_000])))
        .last()
        .asString()
        .contains("bandung.bomb");
  }

  @Test
  void showsTheNamesOfEntriesWithoutTheirTricks() throws IOException {
    assertThat(read("a.zip", zip("../../x\u001b[31m\u202e.xml", PLAIN)))
        .containsExactly("a.zip!/../../x\uFFFD[31m\uFFFD.xml = <root/>");
  }

  @Test
  void followsNoPathAndNoLinkOutOfAnArchive() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out)) {
      for (var name : List.of("/etc/passwd.xml", "../../up.xml")) {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(PLAIN.length);
        tar.putArchiveEntry(entry);
        tar.write(PLAIN);
        tar.closeArchiveEntry();
      }
      for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
        var link = new TarArchiveEntry("link.xml", kind);
        link.setLinkName("/etc/passwd");
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
      }
    }

    assertThat(read("a.tar", out.toByteArray()))
        .containsExactly(
            "a.tar!//etc/passwd.xml = <root/>",
            "a.tar!/../../up.xml = <root/>",
            "a.tar!/link.xml = ",
            "a.tar!/link.xml = ");
    assertThat(read("b.zip", zip("nul\0name.xml", PLAIN)))
        .containsExactly("b.zip!/nul\uFFFDname.xml = <root/>");
  }

  @Test
  void opensOnlyWebAddresses() throws IOException {
    assertThat(read(List.of("ftp://127.0.0.1/a.xml")))
        .last()
        .asString()
        .endsWith("bandung.scheme-refused");
    assertThat(read(List.of("file:///etc/hostname")))
        .last()
        .asString()
        .endsWith("bandung.scheme-refused");
  }

  @Test
  void followsAFewRedirectsButToNoOtherScheme() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    redirect(server, "/once", "/data");
    redirect(server, "/round", "/round");
    redirect(server, "/away", "file:///etc/hostname");
    server.createContext(
        "/data",
        exchange -> {
          exchange.sendResponseHeaders(200, PLAIN.length);
          try (var body = exchange.getResponseBody()) {
            body.write(PLAIN);
          }
        });
    server.start();
    try {
      var base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(read(List.of(base + "/once"), new InputSettings(true)))
          .last()
          .asString()
          .endsWith("/once = <root/>");
      assertThat(read(List.of(base + "/round"), new InputSettings(true)))
          .last()
          .asString()
          .endsWith("bandung.too-many-redirects");
      assertThat(read(List.of(base + "/away"), new InputSettings(true)))
          .last()
          .asString()
          .endsWith("bandung.scheme-refused");
      assertThat(read(List.of(base + "/once"))).last().asString().endsWith("bandung.inner-address");
      assertThat(read(List.of(base + "/no"), new InputSettings(true)))
          .last()
          .asString()
          .endsWith("bandung.http-status");
    } finally {
      server.stop(0);
    }
  }

  private static void redirect(HttpServer server, String from, String to) {
    server.createContext(
        from,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private List<String> read(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return read(List.of(folder.resolve(name).toString()));
  }

  private List<String> read(List<String> inputs) throws IOException {
    return read(inputs, InputSettings.WEB_ONLY);
  }

  private List<String> read(List<String> inputs, InputSettings reach) throws IOException {
    var found = new ArrayList<String>();
    new InputFiles(
            new InputFiles.Sink() {
              @Override
              public boolean file(String name, InputStream bytes) {
                try {
                  long length = 0;
                  var buffer = new byte[1 << 16];
                  var text = new StringBuilder();
                  for (int n = bytes.read(buffer, 0, buffer.length);
                      n >= 0;
                      n = bytes.read(buffer, 0, buffer.length)) {
                    length += n;
                    if (length < 100) {
                      text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    }
                  }
                  found.add(shortened(name) + " = " + text);
                  return true;
                } catch (UnreadableInput e) {
                  found.add(shortened(name) + ": " + e.code());
                  return false;
                } catch (IOException e) {
                  found.add(shortened(name) + ": bandung.broken-archive");
                  return false;
                }
              }

              @Override
              public void unreadable(String name, String code, List<String> arguments) {
                found.add(shortened(name) + ": " + code);
              }
            },
            InputFiles.Wanted.XML,
            reach)
        .read(inputs);
    return found;
  }

  private String shortened(String name) {
    return name.replace(folder + "/in/", "").replace(folder + "/", "");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] xz(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream xz = new XZOutputStream(out, new LZMA2Options(0))) {
      xz.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String entry, byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String entry, byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out)) {
      var header = new TarArchiveEntry(entry);
      header.setSize(bytes.length);
      tar.putArchiveEntry(header);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }
}
