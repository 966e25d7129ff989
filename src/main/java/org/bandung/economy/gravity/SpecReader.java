package org.bandung.economy.gravity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.gravity.Spec.Effect;
import org.bandung.economy.gravity.Spec.Method;
import org.bandung.economy.gravity.Spec.Term;
import org.bandung.economy.gravity.solve.Errors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads and checks a specification; everything that is wrong with it is told at once.
final class SpecReader {

  static final int MOST_BYTES = 256 << 10;
  static final int MOST_TERMS = 60;
  static final int MOST_EFFECTS = 8;

  private static final int DEPTH = 12;
  private static final int MOST_YEARS = 300;
  private static final int MOST_CLUSTERS = 4;
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "source",
          "unit",
          "data",
          "years",
          "year",
          "filter",
          "domestic",
          "flow",
          "exporter",
          "importer",
          "yearColumn",
          "method",
          "terms",
          "fixedEffects",
          "cluster",
          "errors",
          "confidence",
          "separation",
          "iterations",
          "baseYear",
          "sigma",
          "reference",
          "remove",
          "add",
          "costs",
          "closure",
          "measure",
          "sensitivity");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxDocumentLength(MOST_BYTES)
                          .maxStringLength(10_000)
                          .maxNameLength(200)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<Fault> faults = new ArrayList<>();

  private SpecReader() {}

  /// Reads a file.
  ///
  /// @throws Fault.Found with all that is wrong
  static Spec read(Path file) {
    var reader = new SpecReader();
    var root = new SpecNode(tree(file), "", reader.faults);
    var spec = reader.spec(root.only(KEYS), file);
    if (!reader.faults.isEmpty() || spec.isEmpty()) {
      throw new Fault.Found(reader.faults);
    }
    return spec.get();
  }

  private static tools.jackson.databind.JsonNode tree(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Fault.Found("", "spec-missing", file);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new Fault.Found("", "spec-too-large", MOST_BYTES >> 10);
      }
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (StreamConstraintsException e) {
      throw new Fault.Found("", "spec-limits", DEPTH);
    } catch (JacksonException e) {
      var message = String.valueOf(e.getOriginalMessage());
      var where = e.getLocation();
      int line = where == null ? 0 : where.getLineNr();
      throw new Fault.Found("", message.startsWith("Duplicate") ? "key-twice" : "not-json", line);
    } catch (IOException e) {
      throw new Fault.Found("", "spec-missing", file);
    }
  }

  private Optional<Spec> spec(SpecNode root, Path file) {
    var data = data(root, file);
    var method =
        root.find("method")
            .flatMap(n -> n.word(List.of("ppml", "ols", "ddm")))
            .map(m -> Method.valueOf(m.toUpperCase(java.util.Locale.ROOT)))
            .orElse(Method.PPML);
    var flow = root.require("flow").flatMap(n -> term(n));
    var terms = terms(root, "terms");
    var effects = root.find("fixedEffects").map(n -> effects(n, MOST_EFFECTS)).orElse(List.of());
    var inference = inference(root);
    if (method == Method.DDM && effects.size() != 2) {
      faults.add(Fault.of("/fixedEffects", "ddm-effects"));
    }
    if (terms.isEmpty() && effects.isEmpty() && root.find("terms").isEmpty()) {
      faults.add(Fault.of("/terms", "required", "terms"));
    }
    var names = new HashSet<String>();
    terms.forEach(t -> twice(names, t));
    var scenario = new ScenarioReader(faults).read(root, terms);
    if (scenario.isPresent() && method != Method.PPML) {
      faults.add(Fault.of("/method", "scenario-ppml"));
    }
    if (scenario.isPresent() && data.isPresent() && !data.get().domestic()) {
      faults.add(Fault.of("/domestic", "scenario-domestic"));
    }
    if (data.isEmpty() || flow.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Spec(data.get(), flow.get(), method, terms, effects, inference, scenario));
  }

  private void twice(Set<String> names, Term term) {
    if (!names.add(term.name())) {
      faults.add(Fault.of(term.pointer(), "name-twice", term.name()));
    }
  }

  private Optional<Spec.Data> data(SpecNode root, Path file) {
    var path = root.require("data").flatMap(n -> DataPath.resolve(n, file));
    var years = new ArrayList<Integer>();
    for (var key : List.of("years", "year")) {
      root.find(key)
          .filter(n -> !(key.equals("year") && n.isText()))
          .ifPresent(n -> n.list(MOST_YEARS).forEach(y -> y.whole(0, 9999).ifPresent(years::add)));
    }
    // "year" is a year or, beside the columns of exporter and importer, the name of a column
    var yearColumn =
        root.find("year").filter(SpecNode::isText).flatMap(SpecNode::text).orElse("year");
    var filter = root.find("filter").flatMap(SpecNode::formula);
    boolean domestic =
        root.find("domestic")
            .flatMap(n -> n.word(List.of("include", "exclude")))
            .map(w -> w.equals("include"))
            .orElse(true);
    var words =
        List.of("title", "source", "unit", "exporter", "importer", "yearColumn").stream()
            .map(key -> root.find(key).flatMap(SpecNode::text).orElse(usual(key, yearColumn)))
            .toList();
    return path.map(found ->
        new Spec.Data(
            found,
            words.get(0),
            words.get(1),
            words.get(2),
            words.get(3),
            words.get(4),
            words.get(5),
            years.stream().distinct().sorted().toList(),
            filter,
            domestic));
  }

  private static String usual(String key, String yearColumn) {
    return switch (key) {
      case "exporter", "importer" -> key;
      case "yearColumn" -> yearColumn;
      default -> "";
    };
  }

  private static List<Term> terms(SpecNode root, String key) {
    return root.find(key)
        .map(n -> n.list(MOST_TERMS).stream().flatMap(t -> term(t).stream()).toList())
        .orElse(List.of());
  }

  /// A formula that is its own name, or one with a name: `{"name": ..., "formula": ...}`.
  static Optional<Term> term(SpecNode node) {
    if (node.isText()) {
      return node.formula()
          .map(f -> new Term(node.text().orElse(""), node.text().orElse(""), f, node.pointer()));
    }
    node.only(Set.of("name", "formula"));
    var name = node.require("name").flatMap(SpecNode::text);
    var text = node.require("formula");
    var formula = text.flatMap(SpecNode::formula);
    if (name.isEmpty() || formula.isEmpty()) {
      return Optional.empty();
    }
    var written = text.flatMap(SpecNode::text).orElse("");
    return Optional.of(new Term(name.get(), written, formula.get(), node.pointer()));
  }

  private static List<Effect> effects(SpecNode node, int most) {
    return node.list(most).stream().flatMap(n -> effect(n).stream()).toList();
  }

  /// A column, a formula, or a list of those whose combinations are meant.
  private static Optional<Effect> effect(SpecNode node) {
    var parts = node.list(4);
    var formulas = parts.stream().flatMap(p -> p.formula().stream()).toList();
    if (formulas.isEmpty() || formulas.size() < parts.size()) {
      return Optional.empty();
    }
    var name = String.join(" x ", parts.stream().flatMap(p -> p.text().stream()).toList());
    return Optional.of(new Effect(name, formulas, node.pointer()));
  }

  private Spec.Inference inference(SpecNode root) {
    var clusters = root.find("cluster").map(n -> effects(n, MOST_CLUSTERS)).orElse(List.of());
    var codes = List.of(Errors.values()).stream().map(Errors::code).toList();
    var errors =
        root.find("errors")
            .flatMap(n -> n.word(codes))
            .flatMap(Errors::ofCode)
            .orElse(clusters.isEmpty() ? Errors.HC1 : Errors.CLUSTER);
    if (errors.clustered() == clusters.isEmpty()) {
      faults.add(Fault.of("/errors", "errors-cluster", errors.code()));
    }
    double confidence = root.find("confidence").flatMap(n -> n.number(0.5, 0.9999)).orElse(0.95);
    boolean full =
        root.find("separation")
            .flatMap(n -> n.word(List.of("full", "effects")))
            .map(w -> w.equals("full"))
            .orElse(true);
    int iterations = root.find("iterations").flatMap(n -> n.whole(1, 1000)).orElse(100);
    return new Spec.Inference(errors, clusters, confidence, full, iterations);
  }
}
