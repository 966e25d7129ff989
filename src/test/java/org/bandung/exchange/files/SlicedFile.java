package org.bandung.exchange.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Remembers what the slicer finds, in words.
final class SlicedFile implements XmlSlicer.Sink {

  final List<String> records = new ArrayList<>();
  final List<Integer> lines = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  String rootTag = "";

  static SlicedFile of(String text) throws IOException {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static SlicedFile of(byte[] bytes) throws IOException {
    return of(new ByteArrayInputStream(bytes));
  }

  static SlicedFile of(InputStream bytes) throws IOException {
    var file = new SlicedFile();
    new XmlSlicer(bytes, file).slice();
    return file;
  }

  @Override
  public String root(String name, String tag, int line) {
    rootTag = tag;
    return "r";
  }

  @Override
  public void record(String text, int firstLine) {
    records.add(text);
    lines.add(firstLine);
  }

  @Override
  public void refused(String code, String beginning, int firstLine, int line, String argument) {
    refusals.add(code + "@" + firstLine);
  }

  @Override
  public void remark(String code, int line, String argument) {
    remarks.add(code + "@" + line);
  }
}
