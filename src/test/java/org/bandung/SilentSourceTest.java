package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Role;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointInitiatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A body whose words were all taken back is no source: nothing tells that it ever was one.
class SilentSourceTest {

  private static final List<String> DOORS =
      List.of(
          "/sources",
          "/sources.csv",
          "/api/v1/sources",
          "/api/v1/imports",
          "/api/v1/status",
          "/api/v1/initiatives",
          "/api/v1/catalogue",
          "/initiatives",
          "/catalogue",
          "/");

  @Test
  void whoTookEverythingBackIsNeitherListedNorCounted(@TempDir Path home) throws IOException {
    try (var node = InventedNode.open(home)) {
      var ours = person(node, "QMM");
      var theirs = person(node, "QNN");
      var before = read(node);
      var page = "/sources/desk:" + node.account(ours).mandates().iterator().next().body().id();

      var drafts = node.bean(Drafts.class);
      var body = node.account(ours).mandates().iterator().next().body().id();
      var made =
          (DraftOutcome.Made)
              drafts
                  .make(
                      node.account(ours),
                      body,
                      FieldVisibilityTest.need(
                          org.bandung.catalogue.drafts.Wording.Confidential.NONE),
                      "n")
                  .orElseThrow();
      drafts.act(node.account(ours), made.id(), new DraftDeed.Submit(made.revision()));
      drafts.act(node.account(ours), made.id(), new DraftDeed.Release(1));
      assertThat(node.stranger().get("/sources").body()).contains("desk:");
      assertThat(node.stranger().get(page).statusCode()).isEqualTo(200);

      var initiatives = node.bean(JointInitiatives.class);
      var id = JointFilesTest.begun(node, ours);
      initiatives.act(node.account(ours), id, "QMM", new Deed.Release(Part.JOINT, 1), "1");
      initiatives.act(node.account(theirs), id, "QNN", new Deed.Release(Part.JOINT, 1), "2");
      assertThat(node.stranger().get("/api/v1/sources").body().split("desk:")).hasSize(3);

      initiatives.act(node.account(ours), id, "QMM", new Deed.TakeBack(Part.JOINT), "3");
      // the need still stands
      assertThat(node.stranger().get("/api/v1/sources").body().split("desk:")).hasSize(2);
      drafts.act(node.account(ours), made.id(), new DraftDeed.TakeBack("not yet"));

      assertThat(read(node)).isEqualTo(before);
      assertThat(node.stranger().get(page).statusCode()).isEqualTo(404);
    }
  }

  private static List<String> read(InventedNode node) {
    return DOORS.stream()
        .map(d -> Caller.plain(node.stranger().get(d).body()))
        .map(b -> b.replaceAll("\"[a-zA-Z]*\":\"20[0-9-]{8}T[^\"]*\"", ""))
        .toList();
  }

  private static InventedNode.Person person(InventedNode node, String country) {
    return node.person(
        node.keeper(),
        node.authority(country),
        country,
        Role.SIGNATORY,
        Role.CONTRIBUTOR,
        Role.AUTHORITY);
  }
}
