import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The corpus as files, and files of any size made of re-identified copies of its activities.
record Copies(Path folder, int activities) {

  private static final long SEED = 1955;
  private static final int MOST_DAYS = 720;
  private static final String END = "</iati-activity>";
  private static final Pattern START = Pattern.compile("<iati-activity[\\s>]");
  private static final Pattern IDENTIFIER =
      Pattern.compile("(<iati-identifier[^>]*>)([^<]*?)(\\s*</iati-identifier>)");
  private static final Pattern DATE =
      Pattern.compile("((?:iso|value)-date=\")(\\d{4}-\\d{2}-\\d{2})");

  static Copies extract(Path archives, Path work) throws IOException, InterruptedException {
    var folder = Files.createDirectories(work.resolve("corpus"));
    try (var files = Files.newDirectoryStream(archives, "*.tar.xz")) {
      for (var archive : files) {
        var tar = new ProcessBuilder("tar", "xJf", archive.toString(), "-C", folder.toString());
        if (tar.inheritIO().start().waitFor() != 0) {
          throw new IOException("tar could not extract " + archive);
        }
      }
    }
    int count = 0;
    for (var file : files(folder)) {
      count += (int) START.matcher(Files.readString(file)).results().count();
    }
    return new Copies(folder, count);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// Writes `size` activities, the same ones at every call: whole rounds over the corpus, and for
  /// the rest activities spread evenly over it, so that a small file is not one publisher's.
  Path write(int size, Path file) throws IOException {
    var random = new Random(SEED);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n");
      for (int round = 0, left = size; left > 0; round++) {
        int share = Math.min(left, activities);
        writeRound(out, share, round, random);
        left -= share;
      }
      out.write("</iati-activities>\n");
    }
    return file;
  }

  private void writeRound(Writer out, long share, int round, Random random) throws IOException {
    int index = 0;
    for (var source : files(folder)) {
      for (var activity : activitiesOf(Files.readString(source))) {
        if ((index + 1) * share / activities > index * share / activities) {
          out.write(copy(activity, round, -random.nextInt(MOST_DAYS)));
          out.write('\n');
        }
        index++;
      }
    }
  }

  private static List<String> activitiesOf(String text) {
    var found = new ArrayList<String>();
    var start = START.matcher(text);
    for (int at = 0; start.find(at); ) {
      at = text.indexOf(END, start.start()) + END.length();
      found.add(text.substring(start.start(), at));
    }
    return found;
  }

  /// One shift for all dates of an activity keeps their order; only backwards, for dates of the
  /// past stay in the past.
  private static String copy(String activity, int round, int days) {
    var named =
        IDENTIFIER
            .matcher(activity)
            .replaceFirst(
                m -> Matcher.quoteReplacement(m.group(1) + m.group(2) + "-" + round + m.group(3)));
    return DATE.matcher(named).replaceAll(m -> m.group(1) + shifted(m.group(2), days));
  }

  private static String shifted(String date, int days) {
    try {
      return LocalDate.parse(date).plusDays(days).toString();
    } catch (DateTimeException e) {
      return date; // a day that never was stays one
    }
  }
}
