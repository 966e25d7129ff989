package org.bandung.cli;

import org.bandung.cli.talk.Talk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `bandung` itself: help, version, language; the work is done by the commands below it.
@Command(name = "bandung", versionProvider = Root.Version.class)
final class Root implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "option.help")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "option.version")
  boolean version;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      scope = ScopeType.INHERIT,
      descriptionKey = "option.lang")
  void language(String tag) {
    if (!org.bandung.kernel.Messages.LANGUAGES.contains(tag)) {
      throw new ParameterException(
          spec.commandLine(),
          Talk.WORDS.text(
              "en",
              "usage-fault.lang",
              tag,
              String.join(", ", org.bandung.kernel.Messages.LANGUAGES)));
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// Which Bandung this is.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Root.class.getPackage().getImplementationVersion();
      return new String[] {"bandung " + (version == null ? "development" : version)};
    }
  }
}
