package org.bandung.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Postings that wait for the disk together: whoever comes first stores what has gathered
/// meanwhile, in one transaction of the database, and everybody learns of its own posting only when
/// that one is on disk.
final class GroupCommit {

  private static final int MOST = 512;
  private static final long GATHERING_NANOS = 500_000;

  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();
  private final Function<List<Posting>, List<PostOutcome>> work;
  private int last;

  /// @param work stores postings, all that it can or none of them; outcomes in the same order
  GroupCommit(Function<List<Posting>, List<PostOutcome>> work) {
    this.work = work;
  }

  private static final class Waiting {
    private final Posting posting;
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable PostOutcome outcome;
    private volatile @Nullable RuntimeException failure;

    private Waiting(Posting posting) {
      this.posting = posting;
    }

    private boolean isOver() {
      return outcome != null || failure != null;
    }

    private void end(@Nullable PostOutcome done, @Nullable RuntimeException failed) {
      outcome = done;
      failure = failed;
      LockSupport.unpark(thread);
    }
  }

  /// Whoever cannot take the turn sleeps until its posting is stored, or until it is woken to take
  /// the turn: who gives it back wakes the next that waits, and who comes later finds it free.
  PostOutcome post(Posting posting) {
    var mine = new Waiting(posting);
    queue.add(mine);
    boolean interrupted = false;
    while (!mine.isOver()) {
      if (turn.tryLock()) {
        try {
          if (!mine.isOver()) {
            store(gathered());
          }
        } finally {
          turn.unlock();
        }
        wakeNext();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    var failure = mine.failure;
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(mine.outcome);
  }

  private void wakeNext() {
    var next = queue.peek();
    if (next != null) {
      LockSupport.unpark(next.thread);
    }
  }

  private List<Waiting> gathered() {
    if (last > 1) {
      // Those of the batch before are just being told, and some come back at once.
      LockSupport.parkNanos(this, GATHERING_NANOS);
    }
    var batch = new ArrayList<Waiting>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      batch.add(next);
      if (batch.size() == MOST) {
        break;
      }
    }
    last = batch.size();
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
        batch.get(i).end(outcomes.get(i), null);
      }
    } catch (RuntimeException e) {
      batch.forEach(this::alone);
    }
  }

  private void alone(Waiting waiting) {
    try {
      waiting.end(work.apply(List.of(waiting.posting)).getFirst(), null);
    } catch (RuntimeException e) {
      waiting.end(null, e);
    }
  }
}
