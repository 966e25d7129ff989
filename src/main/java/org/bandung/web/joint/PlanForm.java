package org.bandung.web.joint;

import java.util.ArrayList;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.joint.Plan;

/// Reads a plan out of numbered fields: `item-1-what`, `item-1-kind`, `item-1-due`, …
final class PlanForm {

  private PlanForm() {}

  /// @param before the plan that was changed; items keep their ids and their words in other
  ///   languages
  static Plan read(Said said, int lines, Plan before) {
    var items = new ArrayList<Plan.Item>();
    for (int n = 1; n <= lines; n++) {
      var prefix = "item-" + n + "-";
      var id = said.get(prefix + "id");
      var old = before.find(id);
      var what = said.prose(prefix + "what", old.map(Plan.Item::what).orElse(LocalizedText.EMPTY));
      if (what.isEmpty() || said.get(prefix + "what").isEmpty()) {
        continue;
      }
      items.add(
          new Plan.Item(
              old.map(Plan.Item::id).orElse("i" + fresh(before, items)),
              said.get(prefix + "kind").equals("milestone")
                  ? Plan.Kind.MILESTONE
                  : Plan.Kind.ACTIVITY,
              what,
              said.date(prefix + "due"),
              said.date(prefix + "reached"),
              said.given(prefix + "by")));
    }
    return new Plan(items);
  }

  /// The next number that no item ever had in either plan.
  private static int fresh(Plan before, ArrayList<Plan.Item> items) {
    int highest = 0;
    for (var plan : java.util.List.of(before, new Plan(items))) {
      for (var item : plan.items()) {
        if (item.id().matches("i\\d{1,6}")) {
          highest = Math.max(highest, Integer.parseInt(item.id().substring(1)));
        }
      }
    }
    return highest + 1;
  }
}
