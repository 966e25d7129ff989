package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The map: modules and arrows in the code are those of ARCHITECTURE.md, no more and no less.
class FloorPlanTest {

  private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| ([^|]*) \\|.*$");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bandung");

  @Test
  void modulesKeepToTheirDeclaredArrows() {
    ApplicationModules.of(Bandung.class).verify();
  }

  @Test
  void theCodeHasTheModulesAndArrowsOfTheArchitecturePage() throws IOException {
    assertThat(arrowsInCode()).isEqualTo(arrowsOnThePage());
  }

  @Test
  void arrowsPointDownTheFloorPlanOnly() throws IOException {
    var order = new ArrayList<>(arrowsOnThePageInOrder().keySet());
    arrowsInCode()
        .forEach((module, targets) ->
            targets.forEach(target ->
                assertThat(order.indexOf(target))
                    .as(module + " -> " + target)
                    .isGreaterThan(order.indexOf(module))));
  }

  @Test
  void noFileIsLongerThanFiveHundredLines() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      var tooLong = new ArrayList<String>();
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines;
        try (var content = Files.lines(file)) {
          lines = content.count();
        }
        if (lines > 500) {
          tooLong.add(file + ": " + lines);
        }
      }
      assertThat(tooLong).isEmpty();
    }
  }

  @Test
  void noPackageHasMoreThanThirtyFiles() throws IOException {
    try (var folders = Files.walk(Path.of("src/main/java"))) {
      for (var folder : folders.filter(Files::isDirectory).toList()) {
        try (var files = Files.list(folder)) {
          assertThat(files.filter(f -> f.toString().endsWith(".java")).count())
              .as(folder.toString())
              .isLessThanOrEqualTo(30);
        }
      }
    }
  }

  private static Map<String, TreeSet<String>> arrowsInCode() {
    var arrows = new TreeMap<String, TreeSet<String>>();
    for (var type : CLASSES) {
      var from = module(type.getPackageName());
      if (from.isEmpty()) {
        continue;
      }
      var targets = arrows.computeIfAbsent(from, k -> new TreeSet<>());
      type.getDirectDependenciesFromSelf()
          .forEach(dependency -> {
            var to = module(dependency.getTargetClass().getPackageName());
            if (!to.isEmpty() && !to.equals(from)) {
              targets.add(to);
            }
          });
    }
    return arrows;
  }

  private static String module(String packageName) {
    var prefix = "org.bandung.";
    if (!packageName.startsWith(prefix)) {
      return "";
    }
    var rest = packageName.substring(prefix.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static Map<String, TreeSet<String>> arrowsOnThePage() throws IOException {
    return new TreeMap<>(arrowsOnThePageInOrder());
  }

  private static Map<String, TreeSet<String>> arrowsOnThePageInOrder() throws IOException {
    var arrows = new java.util.LinkedHashMap<String, TreeSet<String>>();
    for (var line : Files.readAllLines(Path.of("ARCHITECTURE.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        var targets = new TreeSet<>(List.of(row.group(2).strip().split("[,\\s]+")));
        targets.remove("");
        targets.remove("-");
        arrows.put(row.group(1), targets);
      }
    }
    return arrows;
  }
}
