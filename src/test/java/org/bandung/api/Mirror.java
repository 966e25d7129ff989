package org.bandung.api;

import java.util.Map;
import java.util.TreeMap;

/// A program of somebody else's that keeps a copy of a node through its door, as docs/api.md says.
final class Mirror {

  private final ApiDoor door;
  private String next = "";

  /// `kind/id` -> what the node said of it.
  final Map<String, String> copy = new TreeMap<>();

  Mirror(ApiDoor door) {
    this.door = door;
  }

  String place() {
    return next;
  }

  /// The head of the feed first, the lists after it: what changes meanwhile comes with the feed.
  void begin() throws Exception {
    copy.clear();
    next = door.get("/api/v1/changes?after=now").json().get("next").asString();
    copy.putAll(lists(door));
  }

  /// Everything that the node's own lists show.
  static Map<String, String> lists(ApiDoor door) throws Exception {
    var all = new TreeMap<String, String>();
    for (var kind : new String[] {"initiative", "organisation"}) {
      var path = "/api/v1/" + kind + "s";
      var filter = kind.equals("organisation") ? "&kind=mentioned" : "";
      for (var cursor = ""; ; ) {
        var page = door.get(path + "?limit=7" + filter + cursor).json();
        for (var item : page.get("items")) {
          var id = item.get("id").asString();
          all.put(kind + "/" + id, door.get(path + "/" + id).body());
        }
        if (page.get("next").isNull()) {
          break;
        }
        cursor = "&cursor=" + page.get("next").asString();
      }
    }
    return all;
  }

  /// Takes in one page; says whether there was nothing more.
  boolean follow(int limit) throws Exception {
    var after = next.isEmpty() ? "" : "&after=" + next;
    var answer = door.get("/api/v1/changes?limit=" + limit + after);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.body());
    }
    for (var item : answer.json().get("items")) {
      var key = item.get("kind").asString() + "/" + item.get("id").asString();
      if (item.get("state").asString().equals("changed")) {
        copy.put(key, door.get(item.get("href").asString()).body());
      } else {
        copy.remove(key);
      }
    }
    next = answer.json().get("next").asString();
    return answer.json().get("caughtUp").asBoolean();
  }

  void catchUp(int limit) throws Exception {
    while (!follow(limit)) {
      // there is more
    }
  }
}
