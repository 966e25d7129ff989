package org.bandung.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Talk;
import org.bandung.consultation.signing.BundleCheck;
import org.bandung.consultation.signing.SignatureBundle;
import org.bandung.consultation.signing.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Agreements at the terminal: `agreement verify FILE`.
final class AgreementCommands {

  private AgreementCommands() {}

  /// `agreement`: what is done with it is said by the command below it.
  @Command(name = "agreement")
  static final class Family implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw FamilyCommands.which(spec, " FILE");
    }
  }

  /// `agreement verify FILE`: needs nothing but the file; the house stays closed.
  @Command(name = "verify")
  static final class Verify implements Callable<Integer> {

    private static final int DOUBTFUL = 1;
    private static final int MALFORMED = 2;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.bundle")
    Path file = Path.of("");

    @Option(names = "--trust", paramLabel = "FINGERPRINT", descriptionKey = "option.trust")
    List<String> trust = List.of();

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final Talk talk;

    Verify(Talk talk) {
      this.talk = talk;
    }

    @Override
    public Integer call() {
      var trusted = new TreeSet<String>();
      for (var given : trust) {
        var fingerprint = given.replace(":", "").toLowerCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
          throw fault("usage-fault.fingerprint", given);
        }
        trusted.add(fingerprint);
      }
      var verdict = BundleCheck.verify(read(), trusted);
      if (json) {
        talk.out().println(Json.line(rendered(verdict)));
      } else {
        tell(verdict);
      }
      return switch (verdict) {
        case Verdict.Intact intact -> intact.lacking().isEmpty() ? 0 : DOUBTFUL;
        case Verdict.Altered altered -> DOUBTFUL;
        case Verdict.Malformed malformed -> MALFORMED;
      };
    }

    private byte[] read() {
      try (var in = Files.newInputStream(file)) {
        return in.readNBytes(SignatureBundle.LARGEST + 1);
      } catch (IOException e) {
        throw fault("agreement.unreadable", file.toString());
      }
    }

    private ParameterException fault(String key, String argument) {
      return new ParameterException(spec.commandLine(), talk.words(key, argument));
    }

    private void tell(Verdict verdict) {
      switch (verdict) {
        case Verdict.Intact(var facts, var signatures, var unsigned, var lacking) -> {
          say("agreement.intact", facts.number(), facts.title(), facts.revision());
          say("agreement.text", facts.sha256());
          signatures.forEach(s -> tell(s, s.trusted() ? "trusted" : "unknown"));
          if (!unsigned.isEmpty()) {
            var names =
                unsigned.stream()
                    .map(p -> p.name() + " (" + p.id() + ")")
                    .collect(Collectors.joining(", "));
            say("agreement.unsigned", names);
          }
          lacking.forEach(f -> say("agreement.lacking", f));
        }
        case Verdict.Altered(var facts, var signatures) -> {
          say("agreement.altered", facts.number(), facts.title(), facts.revision());
          signatures.forEach(s -> tell(s, "misfit"));
        }
        case Verdict.Malformed(var code) ->
            say("agreement.malformed", file.toString(), talk.words("agreement.fault." + code));
      }
    }

    private void tell(Verdict.Signature s, String how) {
      say(
          "agreement.signed-" + how,
          s.by().name(),
          s.by().capacity(),
          s.by().organisation(),
          s.by().party(),
          s.at(),
          s.fingerprint());
    }

    private void say(String key, Object... arguments) {
      talk.out().println(talk.words(key, arguments));
    }

    private static Map<String, @Nullable Object> rendered(Verdict verdict) {
      var item = new LinkedHashMap<String, @Nullable Object>();
      switch (verdict) {
        case Verdict.Intact(var facts, var signatures, var unsigned, var lacking) -> {
          item.put("verdict", "intact");
          item.put("agreement", facts);
          item.put("signatures", signatures.stream().map(Verify::rendered).toList());
          item.put("unsigned", unsigned);
          item.put("lacking", lacking);
        }
        case Verdict.Altered(var facts, var signatures) -> {
          item.put("verdict", "altered");
          item.put("agreement", facts);
          item.put("misfits", signatures.stream().map(Verify::rendered).toList());
        }
        case Verdict.Malformed(var code) -> {
          item.put("verdict", "malformed");
          item.put("code", code);
        }
      }
      return item;
    }

    private static Map<String, @Nullable Object> rendered(Verdict.Signature s) {
      var item = new LinkedHashMap<String, @Nullable Object>();
      item.put("party", s.by().party());
      item.put("signatory", s.by().name());
      item.put("capacity", s.by().capacity());
      item.put("organisation", s.by().organisation());
      item.put("signedAt", s.at());
      item.put("fingerprint", s.fingerprint());
      item.put("trusted", s.trusted());
      return item;
    }
  }
}
