package dev.safelight.bench.service;

import dev.safelight.bench.engine.Commands;
import dev.safelight.bench.engine.WorkItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The processor on a real topic as a peer. It makes the standard set.
 *
 * <p>Arguments: folder of the bench, recipe, photos in flight, folder of the stack's jars.
 */
public final class ServicePeer implements Commands.Developer {

  private static final int HEAP = 2048;

  private final Topic topic;
  private final List<WorkItem> photos;

  private ServicePeer(Topic topic, List<WorkItem> photos) {
    this.topic = topic;
    this.photos = photos;
  }

  static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var photos = WorkItem.read(folder);
    var home = Files.createTempDirectory(folder, "service-");
    var jvm = new Jvm(Path.of(arguments[3]), home.resolve("log"));
    try (var parts = new Parts(jvm, home)) {
      parts.startStores("processor");
      parts.startService("processor-service", HEAP, settings(arguments[2]));
      serve(parts, photos);
    }
  }

  /** Nobody signs in to the processor. */
  private static Map<String, String> settings(String workers) {
    return Map.of(
        "SAFELIGHT_OIDC_ISSUER", "http://127.0.0.1:1", "SAFELIGHT_PROCESSOR_WORKERS", workers);
  }

  private static void serve(Parts parts, List<WorkItem> photos) throws Exception {
    try (var quarantine = new Quarantine(parts.store());
        var topic = new Topic(parts.kafka())) {
      photos.forEach(quarantine::put);
      Commands.serve(new ServicePeer(topic, photos));
    }
  }

  @Override
  public void pass(int times) throws ExecutionException, InterruptedException {
    topic.process(
        Collections.nCopies(times, photos).stream()
            .flatMap(List::stream)
            .map(Quarantine::cleared)
            .toList());
  }

  @Override
  public void write(Path folder) {
    throw new UnsupportedOperationException("What the service makes is in its store");
  }
}
