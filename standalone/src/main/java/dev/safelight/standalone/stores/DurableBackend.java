package dev.safelight.standalone.stores;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** mongo-java-server on H2, with the three things it lacks to be relied upon. */
final class DurableBackend extends H2Backend {

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findAndModify",
          "findandmodify",
          "aggregate", // may end in $out or $merge
          "create",
          "createIndexes",
          "drop",
          "dropDatabase",
          "dropIndexes");

  DurableBackend(MVStore store) {
    super(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new KeyedDatabase(name, getMvStore(), getCursorRegistry());
  }

  /** Drivers and health checks greet with {@code hello}; this server knows its old name only. */
  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    return super.handleCommand(
        channel, database, command.equals("hello") ? "isMaster" : command, query);
  }

  /** Answers a write after it was committed to the file; as it comes, it would answer before. */
  @Override
  public Document handleMessage(MongoMessage message) {
    try {
      return super.handleMessage(message);
    } finally {
      if (WRITES.contains(message.getDocument().keySet().iterator().next())) {
        commit();
      }
    }
  }
}
