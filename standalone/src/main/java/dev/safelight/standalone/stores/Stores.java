package dev.safelight.standalone.stores;

import dev.safelight.standalone.state.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Main class of the stores process. */
public final class Stores {

  private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

  private Stores() {}

  /** Starts what the environment asks for, all at once, and stops it cleanly on SIGTERM. */
  static void main() {
    try {
      var running = start(StoresSettings.from(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), "stop"));
      LOG.info("All stores are up");
    } catch (Exception e) {
      LOG.error("The stores cannot start", e);
      System.exit(1);
    }
  }

  private static List<AutoCloseable> start(StoresSettings settings) throws Exception {
    var running = new ArrayList<AutoCloseable>();
    try (var starters = Executors.newCachedThreadPool()) {
      var starting = new ArrayList<Callable<AutoCloseable>>(jobs(settings));
      for (var started : starters.invokeAll(starting)) {
        running.add(started.get());
      }
    } catch (ExecutionException e) {
      close(running);
      throw e;
    }
    return running;
  }

  private static List<Callable<AutoCloseable>> jobs(StoresSettings settings) {
    var home = settings.home();
    var secrets = new Secrets(home.resolve("secrets"));
    var jobs = new ArrayList<Callable<AutoCloseable>>();
    settings
        .kafkaPort()
        .ifPresent(
            port ->
                jobs.add(
                    () ->
                        KafkaBroker.start(
                            home.resolve("kafka"), port, settings.controllerPort().orElseThrow())));
    settings
        .s3Port()
        .ifPresent(
            port ->
                jobs.add(
                    () -> S3Server.start(home.resolve("s3"), port, secrets, settings.origins())));
    settings
        .mongodbPort()
        .ifPresent(port -> jobs.add(() -> EmbeddedMongo.start(home.resolve("mongodb"), port)));
    return jobs;
  }

  private static void close(List<AutoCloseable> running) {
    for (var store : running) {
      try {
        store.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", store.getClass().getSimpleName(), e);
      }
    }
  }
}
