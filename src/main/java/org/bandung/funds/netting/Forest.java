package org.bandung.funds.netting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes fewer payments of many without changing what anybody pays or is paid in sum, nor what all
/// of it costs: as long as payments that could be larger or smaller form a circle, some of them
/// grow by what others shrink until one is gone or at its limit. At the least cost a circle costs
/// nothing either way. What is left has fewer payments below their limit than there are
/// participants.
final class Forest {

  /// A payment that can change.
  static final class Lane {
    final int from;
    final int to;
    final long most;
    long amount;

    Lane(int from, int to, long most, long amount) {
      this.from = from;
      this.to = to;
      this.most = most;
      this.amount = amount;
    }

    private boolean free() {
      return amount > 0 && amount < most;
    }

    private boolean touches(int node) {
      return from == node || to == node;
    }

    private int other(int node) {
      return from == node ? to : from;
    }
  }

  private final List<Lane> kept = new ArrayList<>();

  /// Changes the amounts of the lanes, each from one who only pays to one who is only paid.
  static void grow(List<Lane> lanes) {
    var forest = new Forest();
    lanes.stream().filter(Lane::free).forEach(forest::add);
  }

  private void add(Lane lane) {
    while (lane.free()) {
      var path = new ArrayList<Lane>();
      if (!path(lane.from, lane.to, new HashSet<>(), path)) {
        kept.add(lane);
        return;
      }
      shift(lane, path);
      kept.removeIf(l -> !l.free());
    }
  }

  /// Every second lane of the path shares no end with the one before in the same role, so they take
  /// turns at growing and shrinking.
  private static void shift(Lane lane, List<Lane> path) {
    long by = lane.amount;
    for (int i = 0; i < path.size(); i++) {
      var l = path.get(i);
      by = Math.min(by, i % 2 == 0 ? l.most - l.amount : l.amount);
    }
    lane.amount -= by;
    for (int i = 0; i < path.size(); i++) {
      path.get(i).amount += i % 2 == 0 ? by : -by;
    }
  }

  private boolean path(int at, int goal, Set<Integer> seen, List<Lane> path) {
    if (at == goal) {
      return true;
    }
    seen.add(at);
    for (var lane : kept) {
      if (lane.touches(at) && !seen.contains(lane.other(at))) {
        path.add(lane);
        if (path(lane.other(at), goal, seen, path)) {
          return true;
        }
        path.removeLast();
      }
    }
    return false;
  }
}
