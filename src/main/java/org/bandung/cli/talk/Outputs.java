package org.bandung.cli.talk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Where commands write to.
public final class Outputs {

  private Outputs() {}

  /// A file that can be written: its folder is there, and nothing is written over unasked.
  public static void writable(Talk talk, CommandSpec spec, Path file, boolean replace) {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), talk.words("usage-fault.no-folder", file.toString()));
    }
    if (!replace && Files.exists(file)) {
      throw new ParameterException(
          spec.commandLine(), talk.words("usage-fault.exists", file.toString()));
    }
  }

  /// A stream that stays open whoever closes what is written to it: standard output.
  public static OutputStream kept(OutputStream out) {
    return new Kept(out);
  }

  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
