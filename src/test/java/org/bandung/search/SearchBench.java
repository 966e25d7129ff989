package org.bandung.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.BenchHouse;
import org.bandung.concepts.Concepts;
import org.bandung.finder.Finder;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;

/// Measures search, finder, indexing and tagging on an index of many documents; see
/// `bench/README.md`.
///
/// The documents are made of the real ones of a home by recombination: the title of one, every
/// second sentence of two others, the tags of a fourth, a day of its own. The same at every run.
public final class SearchBench {

  private static final int QUESTIONS = 400;
  private static final int WARM_UP = 150;

  private final Registry registry;
  private final Search search;
  private final Finder finder;
  private final Concepts concepts;
  private final IndexKeeper keeper;
  private final IndexedRecord records;
  private final List<InitiativePage.Entry> real = new ArrayList<>();
  private final Random random = new Random(1955);

  private SearchBench(org.springframework.context.ApplicationContext house) {
    this.registry = house.getBean(Registry.class);
    this.search = house.getBean(Search.class);
    this.finder = house.getBean(Finder.class);
    this.concepts = house.getBean(Concepts.class);
    this.keeper = house.getBean(IndexKeeper.class);
    this.records = new IndexedRecord(concepts, house.getBean(Reference.class));
  }

  /// @param arguments a home with real records, then the sizes to measure at
  public static void main(String[] arguments) throws Exception {
    try (var house = BenchHouse.open(Path.of(arguments[0]))) {
      var bench = new SearchBench(house);
      bench.load();
      bench.tagger();
      long held = bench.held(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
      for (int i = 1; i < arguments.length; i++) {
        int size = Integer.parseInt(arguments[i]);
        held = bench.grow(held, size);
        bench.measure(size);
      }
      bench.visibility();
    }
    System.exit(0);
  }

  private void load() {
    for (var ids = registry.idsAfter("", 500);
        !ids.isEmpty();
        ids = registry.idsAfter(ids.getLast(), 500)) {
      real.addAll(registry.entries(ids));
    }
    System.out.printf("%,d real documents%n", real.size());
  }

  /// What an index of an earlier run holds, if it is no larger than the smallest size; else only
  /// the real documents, written anew.
  private long held(int smallest) {
    long held = keeper.index().read(s -> (long) s.getIndexReader().numDocs()).orElse(0L);
    return keeper.ready() && held >= real.size() && held <= smallest ? held : keeper.rebuild();
  }

  private InitiativePage.Entry any() {
    return real.get(random.nextInt(real.size()));
  }

  private static String text(InitiativePage.Entry entry) {
    return entry.text().byLanguage().values().stream().findFirst().orElse("");
  }

  private static String half(String text) {
    var sentences = text.split("(?<=[.!?。])\\s+", -1);
    var kept = new StringBuilder();
    for (int i = 0; i < sentences.length; i += 2) {
      kept.append(sentences[i]).append(' ');
    }
    return kept.toString();
  }

  private InitiativePage.Entry made(int number) {
    var first = any();
    var tagged = any();
    var language = first.summary().title().byLanguage().keySet().stream().findFirst().orElse("en");
    var s = first.summary();
    return new InitiativePage.Entry(
        new InitiativePage.Summary(
            "made%012d".formatted(number),
            s.originalId() + "-" + number,
            s.title(),
            s.period(),
            s.modality(),
            s.scope(),
            tagged.summary().countries(),
            s.sectors(),
            s.sources(),
            s.compilationOnly()),
        LocalizedText.of(language, half(text(first)) + half(text(any()))),
        tagged.tags(),
        tagged.organisations(),
        5_000 + random.nextInt(15_000),
        first.owner(),
        first.audience());
  }

  private long grow(long held, int size) throws InterruptedException {
    var index = keeper.index();
    var made = new ArrayList<InitiativePage.Entry>();
    long begun = System.nanoTime();
    long making = 0;
    long done = held;
    while (done < size) {
      long before = System.nanoTime();
      made.clear();
      for (int i = 0; i < 5_000 && done + i < size; i++) {
        made.add(made((int) (done + i)));
      }
      making += System.nanoTime() - before;
      keeper.write(index, made);
      done += made.size();
    }
    index.commit();
    double seconds = (System.nanoTime() - begun - making) / 1e9;
    System.out.printf(
        "%,d documents: indexed %,.0f a second (at least 5,000)%n",
        size, (size - held) / Math.max(seconds, 1e-9));
    return size;
  }

  private void measure(int size) {
    random.setSeed(size); // the same questions, however the index came about
    var words = new ArrayList<String>();
    var needs = new ArrayList<String>();
    for (int i = 0; i < QUESTIONS + WARM_UP; i++) {
      var title =
          any().summary().title().byLanguage().values().stream().findFirst().orElse("water");
      var parts = title.split("\\s+");
      int from = random.nextInt(parts.length);
      words.add(
          String.join(" ", Arrays.copyOfRange(parts, from, Math.min(parts.length, from + 3))));
      needs.add(title + ". " + half(text(any())));
    }
    var countries = List.of("KEN", "BRA", "IND", "VNM", "SEN", "FJI", "EGY", "CUB");
    times(
        "search with facets",
        size,
        i -> search.find(Reader.PUBLIC, question(words.get(i), InitiativeFilter.ALL)));
    times(
        "search with facets, narrowed",
        size,
        i ->
            search.find(
                Reader.PUBLIC,
                question(
                    words.get(i),
                    InitiativeFilter.ALL.with(
                        Facet.COUNTRY, countries.get(i % countries.size())))));
    times(
        "finder",
        size,
        i ->
            finder.partnersFor(
                Reader.PUBLIC, wish(needs.get(i), countries.get(i % countries.size()), Set.of())));
    times(
        "finder, short need",
        size,
        i ->
            finder.partnersFor(
                Reader.PUBLIC, wish(words.get(i), countries.get(i % countries.size()), Set.of())));
    times(
        "finder with conditions",
        size,
        i ->
            finder.partnersFor(
                Reader.PUBLIC,
                wish(
                    words.get(i),
                    countries.get(i % countries.size()),
                    Set.of(Wish.Must.LDC_EXPERIENCE, Wish.Must.SAME_LANGUAGE))));
    System.gc();
    var memory = Runtime.getRuntime();
    System.out.printf(
        "  heap in use after: %,d of %,d MB%n",
        (memory.totalMemory() - memory.freeMemory()) >> 20, memory.maxMemory() >> 20);
  }

  private static Question question(String words, InitiativeFilter filter) {
    return new Question(words, "en", Optional.empty(), filter, false, Optional.empty(), 20);
  }

  private static Wish wish(String text, String country, Set<Wish.Must> must) {
    return new Wish(
        text.substring(0, Math.min(Wish.LONGEST, text.length())),
        "en",
        Set.of(new CountryCode(country)),
        Set.of(),
        Set.of(),
        Set.of(),
        Wish.Limits.NONE,
        must,
        Set.of(),
        Set.of(),
        "",
        Map.of(),
        12);
  }

  /// Something asked for the so-manieth time.
  private interface Asking {
    Object ask(int number);
  }

  private static void times(String name, int size, Asking asking) {
    for (int i = 0; i < WARM_UP; i++) {
      asking.ask(QUESTIONS + i);
    }
    var taken = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long begun = System.nanoTime();
      asking.ask(i);
      taken[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(taken);
    System.out.printf(
        "  %-30s %,9d documents: p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms%n",
        name,
        size,
        taken[QUESTIONS / 2],
        taken[QUESTIONS * 95 / 100],
        taken[QUESTIONS * 99 / 100],
        taken[QUESTIONS - 1]);
  }

  /// From a change in the log to an answer that holds it, without the pause between two looks.
  private void visibility() {
    var taken = new double[20];
    for (int i = 0; i < taken.length; i++) {
      long begun = System.nanoTime();
      keeper.write(keeper.index(), List.of(any()));
      keeper.index().commit();
      search.find(Reader.PUBLIC, question("water", InitiativeFilter.ALL));
      taken[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(taken);
    System.out.printf(
        "one change written, committed and searched: p50 %.0f  max %.0f ms (and up to 300 ms until"
            + " the follower looks)%n",
        taken[10], taken[19]);
  }

  private void tagger() {
    var byLanguage = new TreeMap<String, StringBuilder>();
    for (var entry : real) {
      entry
          .text()
          .byLanguage()
          .forEach((language, text) -> {
            var known =
                Concepts.languages().contains(language) ? language : concepts.identify(text, "en");
            byLanguage.computeIfAbsent(known, l -> new StringBuilder()).append(text).append('\n');
          });
    }
    byLanguage.forEach((language, texts) -> {
      var text = texts.toString();
      var chunk = text.substring(0, Math.min(text.length(), 200_000));
      double megabytes = chunk.getBytes(java.nio.charset.StandardCharsets.UTF_8).length / 1e6;
      for (int i = 0; i < 150; i++) {
        concepts.tag(chunk, language);
      }
      int rounds = 100;
      long begun = System.nanoTime();
      for (int i = 0; i < rounds; i++) {
        concepts.tag(chunk, language);
      }
      System.out.printf(
          "tagger, %s: %.1f MB a second (at least 20), texts of %.2f MB%n",
          language, megabytes * rounds / ((System.nanoTime() - begun) / 1e9), megabytes);
    });
  }
}
