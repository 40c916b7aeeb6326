package dev.safelight.standalone.stores;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A plain production broker that is its own controller (KRaft), formatted at its first start.
 *
 * <p>An acknowledged record is in the operating system's page cache, which outlives the process.
 */
final class KafkaBroker implements AutoCloseable {

  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;

  private KafkaBroker(KafkaRaftServer server) {
    this.server = server;
  }

  /** Starts it on these loopback ports and returns when it takes connections. */
  static KafkaBroker start(Path folder, int port, int controllerPort) throws Exception {
    format(folder);
    var config = new KafkaConfig(properties(folder, port, controllerPort), false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new KafkaBroker(server);
  }

  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName(CONTROLLER)
        .setMetadataLogDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setDirectories(List.of(folder.toString()))
        .setIgnoreFormatted(true)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static Properties properties(Path folder, int port, int controllerPort) {
    var settings = new Properties();
    settings.put("log.dirs", folder.toString());
    identity(settings, port, controllerPort);
    aloneInItsCluster(settings);
    small(settings);
    // Topics are declared in code, with their partitions and retention; a typo must not make one.
    settings.put("auto.create.topics.enable", "false");
    return settings;
  }

  private static void identity(Properties settings, int port, int controllerPort) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
  }

  private static void aloneInItsCluster(Properties settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
  }

  private static void small(Properties settings) {
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "4");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    // After kill -9 the last segment of each partition is read once more: keep it short.
    settings.put("log.segment.bytes", String.valueOf(64 << 20));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
