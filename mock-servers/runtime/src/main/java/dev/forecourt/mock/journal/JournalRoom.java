package dev.forecourt.mock.journal;

import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory of all journals that share a budget: when it is used up, the fullest forgets first, so
 * that nobody's journal is emptied by another one.
 */
final class JournalRoom {

  /** That of all stubs in this JVM. */
  static final JournalRoom OF_THIS_JVM = new JournalRoom(Budgets.ofThisJvm().journal());

  private final AtomicLong lastId = new AtomicLong();
  private final Budget budget;
  // a stub that nobody closes is forgotten with its journal
  private final List<WeakReference<Journal>> journals = new ArrayList<>();

  JournalRoom(Budget budget) {
    this.budget = budget;
  }

  /** A number that is higher than all before. */
  long nextId() {
    return lastId.incrementAndGet();
  }

  long latestId() {
    return lastId.get();
  }

  Budget budget() {
    return budget;
  }

  synchronized void enter(Journal journal) {
    journals.removeIf(each -> each.get() == null);
    journals.add(new WeakReference<>(journal));
  }

  /** Lets the fullest forget until all fit. Nobody calls it with the monitor of a journal held. */
  void makeRoom() {
    while (budget.used() > budget.limit()) {
      Journal fullest = fullest();
      if (fullest == null || !fullest.forgetOldest()) {
        return;
      }
    }
  }

  private synchronized @Nullable Journal fullest() {
    Journal fullest = null;
    for (WeakReference<Journal> each : journals) {
      Journal journal = each.get();
      if (journal != null && (fullest == null || journal.bytes() > fullest.bytes())) {
        fullest = journal;
      }
    }
    return fullest;
  }
}
