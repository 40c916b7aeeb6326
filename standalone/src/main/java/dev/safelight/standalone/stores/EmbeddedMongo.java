package dev.safelight.standalone.stores;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-compatible server in one file. Good for trying Safelight out and for tests: it has no
 * secondary indexes, so queries scan, and it is for thousands of images, not for millions.
 */
final class EmbeddedMongo implements AutoCloseable {

  private static final int CACHE_MEGABYTES = 16;

  /** How long a replaced piece of the file stays readable for queries that still run, in ms. */
  private static final int RETENTION_MILLIS = 5_000;

  private static final int COMPACT_BELOW_PERCENT = 60;
  private static final int COMPACT_BYTES = 4 << 20;

  /** How long the stop may take to give unused space of the file back, in milliseconds. */
  private static final int FINAL_COMPACTION_MILLIS = 1_000;

  private final MongoServer server;
  private final MVStore file;
  private final ScheduledExecutorService housekeeping;
  private final Future<?> compaction;

  private EmbeddedMongo(
      MongoServer server,
      MVStore file,
      ScheduledExecutorService housekeeping,
      Future<?> compaction) {
    this.server = server;
    this.file = file;
    this.compaction = compaction;
    this.housekeeping = housekeeping;
  }

  /** Starts it on this loopback port. */
  static EmbeddedMongo start(Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    var file = open(folder.resolve("data.mv"));
    var housekeeping = Executors.newSingleThreadScheduledExecutor();
    var compaction =
        housekeeping.scheduleWithFixedDelay(
            () -> file.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES), 5, 5, TimeUnit.SECONDS);
    var server = new MongoServer(new DurableBackend(file));
    server.bind("127.0.0.1", port);
    return new EmbeddedMongo(server, file, housekeeping, compaction);
  }

  /**
   * The file is written by the explicit commits alone. Background and buffer-full commits of H2 are
   * asynchronous: an explicit one that finds nothing left to do would return before they are done,
   * and a write would be acknowledged that is not in the file yet. So compaction is ours to do too.
   */
  private static MVStore open(Path file) {
    var store =
        new MVStore.Builder()
            .fileName(file.toString())
            .cacheSize(CACHE_MEGABYTES)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    store.setRetentionTime(RETENTION_MILLIS);
    return store;
  }

  @Override
  public void close() {
    compaction.cancel(false);
    housekeeping.shutdown();
    server.stopListening();
    file.commit();
    file.compactFile(FINAL_COMPACTION_MILLIS);
    server.shutdown();
  }
}
