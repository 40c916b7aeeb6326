package dev.safelight.metadata.rebuild;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** How far it has come, for whoever watches. */
class Progress {

  private static final Logger LOG = System.getLogger(Progress.class.getName());

  /** Facts between two lines. */
  private static final long STEP = 10_000;

  private final AtomicLong facts = new AtomicLong();

  void begin(Chapter chapter) {
    LOG.log(Level.INFO, "Reading {0}; {1} facts so far", chapter, facts.get());
  }

  void add(int more) {
    var after = facts.addAndGet(more);
    if (after / STEP > (after - more) / STEP) {
      LOG.log(Level.INFO, "{0} facts so far", after);
    }
  }

  long facts() {
    return facts.get();
  }
}
