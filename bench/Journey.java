import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What one person does all day: round and round, beginning at another place than her neighbour.
final class Journey implements Runnable {

  static final int LEAST_PAUSE = 1_000;
  static final int MOST_PAUSE = 5_000;

  private static final String ID = "[0-9a-z]{16}";
  private static final Pattern SAVED =
      Pattern.compile("\"address\":\"([^\"]+)\"|\"revision\":(\\d+)");
  private static final List<String> WORDS = List.of("wells", "school", "vaccines", "millet", "dry");

  private final Crowd crowd;
  private final Browsers.Browser browser;
  private final String party;
  private final List<String> parties;
  private final Random chance;
  private final List<Part> parts =
      List.of(
          this::desk,
          this::need,
          this::reading,
          this::match,
          this::talk,
          this::agreement,
          this::initiative,
          this::notices);
  private int next;

  /// Some pages that belong together.
  private interface Part {
    void go() throws Exception;
  }

  /// Something that cannot be gone on from; counted already.
  private static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  Journey(
      Crowd crowd, Browsers.Browser browser, String party, List<String> parties, int number) {
    this.crowd = crowd;
    this.browser = browser;
    this.party = party;
    this.parties = parties;
    this.chance = new Random(number);
    this.next = number % parts.size();
  }

  @Override
  public void run() {
    try {
      TimeUnit.MILLISECONDS.sleep(chance.nextInt(MOST_PAUSE));
      while (!crowd.over()) {
        try {
          parts.get(next++ % parts.size()).go();
        } catch (Lost lost) {
          pause();
        }
      }
    } catch (InterruptedException over) {
      // the measurement has ended
    } catch (Exception e) {
      crowd.answers().add("journey", false, 0, "ended: " + e);
    }
  }

  private void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(LEAST_PAUSE + chance.nextInt(MOST_PAUSE - LEAST_PAUSE));
  }

  private Browsers.Page read(String kind, String path) throws Exception {
    var page = step(kind, null, path, 200);
    pause();
    return page;
  }

  /// Sends a form and looks at what it leads to.
  private Browsers.Page send(String kind, String path, Map<String, String> fields)
      throws Exception {
    var answer = step(kind, fields, path, 302);
    var page = step(kind + ", page after", null, answer.location().replaceAll("#.*", ""), 200);
    pause();
    return page;
  }

  private Browsers.Page step(String kind, Map<String, String> fields, String path, int expected)
      throws Exception {
    var answers = crowd.answers(); // of when she began
    long before = System.nanoTime();
    Browsers.Page page = null;
    var fault = "";
    try {
      page = fields == null ? browser.get(path) : browser.post(path, fields);
      fault = page.status() == expected ? "" : page.status() + " at " + path;
    } catch (java.io.IOException e) {
      fault = e + " at " + path;
    }
    if (crowd.over()) {
      throw new InterruptedException();
    }
    answers.add(kind, fields != null, (System.nanoTime() - before) / 1e6, fault);
    if (page == null || !fault.isEmpty()) {
      throw new Lost();
    }
    return page;
  }

  private <T> T any(List<T> from) throws Lost {
    if (from.isEmpty()) {
      throw new Lost();
    }
    return from.get(chance.nextInt(from.size()));
  }

  private void desk() throws Exception {
    read("desk", "/desk");
    read("own entries", "/desk/entries");
  }

  private void need() throws Exception {
    var fields =
        new HashMap<>(
            read("form of a need", "/desk/entries/new?kind=need")
                .form("/desk/entries/new", "revision"));
    fields.put("language", "en");
    fields.put("title", "Masons for " + any(WORDS) + " " + chance.nextInt(10_000));
    fields.put("background", "yes");
    saved(step("need saves itself", fields, "/desk/entries/new", 200), fields);
    pause();
    fields.put("description", "Twelve villages look for masons who know about " + any(WORDS));
    var edit = fields.remove("address");
    saved(step("need saves itself", fields, edit, 200), fields);
    pause();
    fields.remove("address");
    fields.remove("background");
    fields.put("number", "12");
    fields.put("unit", "person");
    var page = send("need saved", edit, fields);
    var own = edit.replace("/edit", "");
    var deed = page.form(own, "value=\"submitted\"");
    send("need submitted", own, deed);
  }

  /// Takes up where it was saved, and as which revision.
  private static void saved(Browsers.Page page, Map<String, String> fields) {
    SAVED
        .matcher(page.text())
        .results()
        .forEach(m ->
            fields.put(
                m.group(1) == null ? "revision" : "address",
                m.group(1) == null ? m.group(2) : m.group(1)));
  }

  private void reading() throws Exception {
    read("front page", "/");
    var list = read("catalogue", "/catalogue?kind=" + any(List.of("need", "offer")));
    read("entry", any(list.links("/catalogue/" + ID)));
    read("search", "/search?q=" + any(WORDS));
    read("search", "/search?q=" + any(WORDS) + "+" + any(WORDS));
    read("finder", "/find?text=we+look+for+people+who+know+about+" + any(WORDS) + "&for=QMM");
    read("countries", "/countries");
    read("country", "/countries/" + any(List.of("QMM", "QNN", "QOO", "QPP", "QQQ")));
  }

  private void match() throws Exception {
    read("matches", "/desk/matches");
    var list = read("catalogue", "/catalogue");
    var entry = any(list.links("/catalogue/" + ID)).replace("/catalogue/", "");
    read("entry", "/catalogue/" + entry);
    var form = read("form of a match", "/desk/matches/new?entry=" + entry);
    var fields = new HashMap<>(form.form("/desk/matches/new", "role"));
    var other = any(parties.stream().filter(p -> !p.equals(party)).toList());
    fields.put("by", party);
    fields.put(other.length() == 3 ? "country" : "to", other);
    fields.put("role", "providing");
    fields.put("message", "We have done this in sixty villages.");
    send("match, invited", "/desk/matches/new", fields);
  }

  private void talk() throws Exception {
    var list = read("talks", "/desk/talks");
    var open = list.links("/desk/talks/" + ID + "[^\"]*");
    var path = any(open.subList(0, Math.min(4, open.size()))); // those under way come first
    var id = path.replaceAll("[?].*", "");
    var page = read("consultation", path);
    var comment = new HashMap<>(page.form(id + "/comments", "comment"));
    comment.put("comment", "Could it be " + chance.nextInt(100) + " days?");
    page = send("comment", id + "/comments", comment);
    var reply = new HashMap<>(page.form(id + "/reply", "objects"));
    reply.put("reason", "Not before " + UUID.randomUUID());
    send("reply", id + "/reply", reply);
  }

  private void agreement() throws Exception {
    var list = read("agreements", "/desk/agreements");
    read("agreement", any(list.links("/desk/agreements/" + ID)));
    read("agreements, public", "/agreements");
    read("initiatives, public", "/initiatives");
  }

  private void initiative() throws Exception {
    var list = read("joint initiatives", "/desk/initiatives");
    var own = any(list.links("/desk/initiatives/" + ID));
    var page = read("joint initiative", own);
    var path = own + "/contributions/new";
    if (page.links(path + "[^\"]*").isEmpty()) {
      return; // who coordinates the country reads it, but states nothing for its institutions
    }
    var form = read("form of a contribution", path);
    var fields = new HashMap<>(form.form(path, "visibility"));
    fields.put("direction", "given");
    fields.put("other", "");
    fields.put("what", "Advisers, part " + chance.nextInt(1000));
    fields.put("kind", "in-kind");
    fields.put("quantity", String.valueOf(1 + chance.nextInt(90)));
    fields.put("unit", "person-day");
    fields.put("visibility", "parties");
    send("contribution", path, fields);
  }

  private void notices() throws Exception {
    read("notices", "/desk/notices");
    read("events", "/events");
    read("desk", "/desk");
  }
}
