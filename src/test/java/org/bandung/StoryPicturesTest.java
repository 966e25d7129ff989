package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bandung.access.Role;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.Telling;
import org.bandung.registry.joint.Telling.Picture;
import org.bandung.store.pictures.SamplePictures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of stories: everybody sees those that their parties released, and nobody sees any
/// other, whoever asks and whatever was done before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryPicturesTest {

  private static final List<String> PARTIES = List.of("QMM", "QNN");

  private final Random random = new Random(20261128);
  private final Map<String, InventedNode.Person> people = new HashMap<>();
  private final Map<String, Caller> callers = new HashMap<>();
  private final Map<String, List<Picture>> pictures = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private InventedNode node;
  private JointInitiatives initiatives;
  private Program program;
  private String id = "";
  private String initiative = "";
  private int keys;

  @BeforeAll
  void fill(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    initiatives = node.bean(JointInitiatives.class);
    for (var country : List.of("QMM", "QNN", "QPP")) {
      var body = node.authority(country);
      var person =
          node.person(
              node.keeper(), body, country, Role.SIGNATORY, Role.CONTRIBUTOR, Role.AUTHORITY);
      people.put(country, person);
      callers.put(country, node.signedIn(person));
    }
    program = Program.of(node, of(people, "QPP"), node.authority("QPP"), "read", "write", "sign");
    id = JointFilesTest.begun(node, of(people, "QMM"));
    for (var party : PARTIES) {
      pictures.put(party, new ArrayList<>());
      for (int n = 0; n < 3; n++) {
        upload(
            party,
            party.equals("QMM") ? camera(n) : SamplePictures.png(30 + n, 20, n),
            "Well " + party + n);
      }
      of(pictures, party).addAll(told(party).pictures());
      assertThat(of(pictures, party)).hasSize(3);
    }
    everythingReleased();
    initiative = publicId();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  /// What a camera writes, with where it was and a script for good measure.
  private static byte[] camera(int n) {
    var picture = SamplePictures.jpeg(40 + n, 30, n);
    return SamplePictures.joined(
        SamplePictures.withSegment(
            SamplePictures.withSegment(
                picture, 0xfe, "<script>alert('GPS')</script>".getBytes(StandardCharsets.US_ASCII)),
            0xe1,
            SamplePictures.exif(6, "GPS Port Meridia")),
        "<html><script>alert('GPS')</script>".getBytes(StandardCharsets.US_ASCII));
  }

  private void upload(String party, byte[] picture, String alt) {
    var page = "/desk/initiatives/" + id + "/told";
    var caller = of(callers, party);
    caller.get(page + "?as=" + party);
    var fields =
        new ArrayList<>(
            List.of(
                "as",
                party,
                "key",
                key(),
                "in",
                "en",
                "story",
                "Wells of " + party,
                "visibility",
                "public",
                "alt",
                alt,
                "caption",
                "Caption " + alt,
                "seen-agreed",
                "yes"));
    for (var there : told(party).pictures()) {
      fields.addAll(
          List.of("alt-" + there.sha256(), "As before", "seen-agreed-" + there.sha256(), "yes"));
    }
    assertThat(caller.upload(page, "x.jpg", picture, fields.toArray(String[]::new)).statusCode())
        .isEqualTo(302);
  }

  private Telling told(String party) {
    var none = LocalizedText.EMPTY;
    return joint()
        .joint()
        .told()
        .getOrDefault(party, new Telling(none, none, none, none, List.of(), Visibility.PUBLIC));
  }

  private JointInitiatives.View joint() {
    return initiatives.find(node.account(of(people, "QMM")), id).orElseThrow();
  }

  private static <T> T of(Map<String, T> all, String country) {
    return Objects.requireNonNull(all.get(country));
  }

  private String key() {
    return "k" + keys++;
  }

  private boolean act(String party, Deed deed) {
    return initiatives.act(node.account(of(people, party)), id, party, deed, key()).orElseThrow()
        instanceof JointOutcome.Done;
  }

  private void everythingReleased() {
    for (var party : PARTIES) {
      act(party, new Deed.Release(Part.JOINT, joint().joint().jointVersion()));
      act(party, new Deed.Release(Part.OWN, joint().joint().sequence()));
    }
  }

  private String publicId() {
    var list = node.stranger().get("/api/v1/initiatives").body();
    return list.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
  }

  private String address(String sha256) {
    return "/initiatives/" + initiative + "/pictures/" + sha256;
  }

  private HttpResponse<byte[]> fetch(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(node.root() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aReleasedPictureGoesOutAloneAndIsAskedForEachTime() throws Exception {
    everythingReleased();
    var page = node.stranger().get("/initiatives/" + initiative).body();
    var json = node.stranger().get("/api/v1/initiatives/" + initiative).body();
    for (var party : PARTIES) {
      for (var picture : told(party).pictures()) {
        var answer = fetch(address(picture.sha256()));
        assertThat(answer.statusCode()).isEqualTo(200);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type"))
            .hasValue(party.equals("QMM") ? "image/jpeg" : "image/png");
        assertThat(headers.allValues("Content-Security-Policy"))
            .containsExactly("sandbox; default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Disposition").orElse(""))
            .matches("inline; filename=\"picture-[0-9a-f]{12}\\.(jpg|png)\"");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-cache");
        var tag = headers.firstValue("ETag").orElseThrow();
        var again = fetch(address(picture.sha256()), "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
            .doesNotContain("GPS", "script");
        assertThat(page).contains("src=\"" + address(picture.sha256()) + "\"");
        assertThat(json).contains("\"address\":\"" + address(picture.sha256()) + "\"");
      }
    }
    // a picture that lies on its side stands upright on the page
    assertThat(page)
        .contains("loading=\"lazy\"", "width=\"30\" height=\"41\"", "alt=\"As before\"");
    assertThat(json).contains("\"width\":30,\"height\":41");
  }

  @Test
  void nobodySeesAPictureThatIsNotReleased() throws Exception {
    for (int step = 0; step < 30; step++) {
      var party = PARTIES.get(random.nextInt(2));
      switch (random.nextInt(6)) {
        case 0, 1 -> act(party, new Deed.Tell(some(party)));
        case 2 -> act(party, new Deed.Release(Part.OWN, joint().joint().sequence()));
        case 3 -> act(party, new Deed.Release(Part.JOINT, joint().joint().jointVersion()));
        case 4 -> act(party, new Deed.TakeBack(Part.OWN));
        default -> act(party, new Deed.TakeBack(Part.JOINT));
      }
      check(expected(), "step " + step);
    }
    everythingReleased();
    assertThat(expected()).as("the test would see them").isNotEmpty();
  }

  /// Some of its pictures, some without what is asked, for everybody or not.
  private Telling some(String party) {
    var none = LocalizedText.EMPTY;
    var chosen = new ArrayList<Picture>();
    for (var picture : of(pictures, party)) {
      if (random.nextBoolean()) {
        chosen.add(
            random.nextInt(4) > 0
                ? picture
                : new Picture(picture.sha256(), picture.caption(), null));
      }
    }
    return new Telling(
        none,
        none,
        LocalizedText.of("en", "Wells " + random.nextInt()),
        none,
        chosen,
        random.nextInt(4) > 0 ? Visibility.PUBLIC : Visibility.PARTIES);
  }

  /// What everybody may see, counted from the history in the plainest way.
  private Set<String> expected() {
    var history = initiatives.history(node.account(of(people, "QMM")), id);
    var joint = new HashSet<String>();
    var own = new HashMap<String, Long>();
    for (var recorded : history) {
      switch (recorded.event()) {
        case org.bandung.registry.joint.JointEvent.Released(var part, long of) -> {
          if (part == Part.JOINT) {
            joint.add(recorded.party());
          } else {
            own.put(recorded.party(), of);
          }
        }
        case org.bandung.registry.joint.JointEvent.TakenBack(var part) -> {
          own.remove(recorded.party());
          if (part == Part.JOINT) {
            joint.remove(recorded.party());
          }
        }
        default -> {}
      }
    }
    var seen = new HashSet<String>();
    if (joint.containsAll(PARTIES)) {
      own.forEach((party, until) -> seen.addAll(released(history, party, until)));
    }
    return seen;
  }

  private static List<String> released(
      List<org.bandung.registry.joint.JointEvent.Recorded> history, String party, long until) {
    @Nullable Telling last = null;
    for (var recorded : history) {
      if (recorded.sequence() <= until
          && recorded.party().equals(party)
          && recorded.event() instanceof org.bandung.registry.joint.JointEvent.Told(var telling)) {
        last = telling;
      }
    }
    return last == null || last.visibility() != Visibility.PUBLIC
        ? List.of()
        : last.pictures().stream().filter(p -> p.described() != null).map(Picture::sha256).toList();
  }

  private void check(Set<String> expected, String when) throws Exception {
    var page = node.stranger().get("/initiatives/" + initiative).body();
    var json = node.stranger().get("/api/v1/initiatives/" + initiative).body();
    var unknown = fetch(address("0".repeat(64)));
    assertThat(unknown.statusCode()).isEqualTo(404);
    for (var party : PARTIES) {
      for (var picture : of(pictures, party)) {
        var sha256 = picture.sha256();
        boolean open = expected.contains(sha256);
        var as = when + " " + party + " " + sha256;
        var answer = fetch(address(sha256), "If-None-Match", '"' + sha256 + '"');
        assertThat(answer.statusCode()).as(as).isEqualTo(open ? 304 : 404);
        assertThat(of(callers, "QPP").get(address(sha256)).statusCode())
            .as(as)
            .isEqualTo(open ? 200 : 404);
        assertThat(of(callers, "QNN").get(address(sha256)).statusCode())
            .as(as)
            .isEqualTo(open ? 200 : 404);
        assertThat(program.get(address(sha256)).statusCode()).as(as).isEqualTo(open ? 200 : 404);
        assertThat(fetch("/initiatives/other/pictures/" + sha256).statusCode()).isEqualTo(404);
        assertThat(fetch("/api/v1" + address(sha256)).statusCode()).isEqualTo(404);
        assertThat(page.contains(sha256)).as(as).isEqualTo(open);
        assertThat(json.contains(sha256)).as(as).isEqualTo(open);
        if (!open) {
          assertThat(plain(answer)).as(as).isEqualTo(plain(unknown));
          assertThat(headers(answer)).as(as).isEqualTo(headers(unknown));
        }
      }
    }
  }

  /// But when it was, and whether the server then hangs up, as after every hundredth question.
  private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
    var headers = new HashMap<>(answer.headers().map());
    headers.keySet().removeAll(Set.of("date", "connection"));
    return headers;
  }

  private static String plain(HttpResponse<byte[]> answer) {
    return Caller.plain(new String(answer.body(), StandardCharsets.UTF_8))
        .replaceAll("[0-9a-f]{64}", "");
  }
}
