package org.bandung.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Postings that wait for the disk together: whoever comes first stores what has gathered
/// meanwhile, in one transaction of the database, and everybody learns of its own posting only when
/// that one is on disk.
final class GroupCommit {

  private static final int MOST = 512;

  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();
  private final Function<List<Posting>, List<PostOutcome>> work;

  /// @param work stores postings, all that it can or none of them; outcomes in the same order
  GroupCommit(Function<List<Posting>, List<PostOutcome>> work) {
    this.work = work;
  }

  private static final class Waiting {
    private final Posting posting;
    private @Nullable PostOutcome outcome;
    private @Nullable RuntimeException failure;

    private Waiting(Posting posting) {
      this.posting = posting;
    }

    private boolean isOver() {
      return outcome != null || failure != null;
    }
  }

  PostOutcome post(Posting posting) {
    var mine = new Waiting(posting);
    queue.add(mine);
    while (true) {
      turn.lock();
      try {
        if (!mine.isOver()) {
          store(gathered());
        }
        if (mine.failure != null) {
          throw mine.failure;
        }
        if (mine.outcome != null) {
          return mine.outcome;
        }
      } finally {
        turn.unlock();
      }
    }
  }

  private List<Waiting> gathered() {
    var batch = new ArrayList<Waiting>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      batch.add(next);
      if (batch.size() == MOST) {
        break;
      }
    }
    return batch;
  }

  /// What fails together is tried one by one: a posting that fails takes no other with it.
  private void store(List<Waiting> batch) {
    if (batch.size() == 1) {
      alone(batch.getFirst());
      return;
    }
    try {
      var outcomes = work.apply(batch.stream().map(w -> w.posting).toList());
      for (int i = 0; i < outcomes.size(); i++) {
        batch.get(i).outcome = outcomes.get(i);
      }
    } catch (RuntimeException e) {
      batch.forEach(this::alone);
    }
  }

  private void alone(Waiting waiting) {
    try {
      waiting.outcome = work.apply(List.of(waiting.posting)).getFirst();
    } catch (RuntimeException e) {
      waiting.failure = e;
    }
  }
}
