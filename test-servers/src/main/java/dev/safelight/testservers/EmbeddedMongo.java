package dev.safelight.testservers;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;

/** A MongoDB-compatible server in this JVM, which keeps its data while it is stopped. */
public final class EmbeddedMongo implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int ATTEMPTS = 100;

  private final KeptBackend backend = new KeptBackend();
  private final int port = FreePort.find();
  private MongoServer server;
  private boolean running = true;

  /** Starts it on a free port. */
  public EmbeddedMongo() {
    server = started();
  }

  private MongoServer started() {
    var starting = new MongoServer(backend);
    starting.bind(HOST, port);
    return starting;
  }

  /** Where it is, with this database as the default. */
  public String uri(String database) {
    return "mongodb://" + HOST + ':' + port + '/' + database;
  }

  /**
   * Goes away as a killed server would: connections break. Stopping it twice would wait for ever.
   */
  public synchronized void stop() {
    if (running) {
      running = false;
      server.shutdownNow();
    }
  }

  /** Comes back with everything that was in it. */
  public synchronized void startAgain() {
    server = started();
    running = true;
  }

  @Override
  public void close() {
    stop();
  }

  /** A client with the real driver. */
  public MongoClient client() {
    return client(Duration.ofSeconds(20));
  }

  /**
   * A client that waits so long for a server that is away. It has met this one, so that a short
   * patience is not spent on getting acquainted.
   */
  public MongoClient client(Duration patience) {
    var client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyToClusterSettings(
                    cluster ->
                        cluster
                            .hosts(List.of(new ServerAddress(HOST, port)))
                            .serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .build());
    Flux.from(client.listDatabaseNames()).retry(ATTEMPTS).blockLast();
    return client;
  }

  /** Data survives a shutdown; Boot's health indicator asks {@code hello}, which it lacks. */
  private static final class KeptBackend extends MemoryBackend {

    @Override
    public void close() {}

    @Override
    public Document handleCommand(
        Channel channel, String database, String command, Document query) {
      var known = command.equals("hello") ? "isMaster" : command;
      return super.handleCommand(channel, database, known, query);
    }
  }
}
