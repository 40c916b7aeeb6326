package dev.safelight.bench.service;

import dev.safelight.bench.engine.Commands;
import dev.safelight.bench.engine.WorkItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The processor on a real topic as a peer. It makes the standard set.
 *
 * <p>Arguments: folder of the bench, recipe, photos in flight, folder of the stack's jars.
 */
public final class ServicePeer implements Commands.Developer {

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
    try (var running = ProcessorAlone.start(jvm, home, Integer.parseInt(arguments[2]));
        var quarantine = new Quarantine(running.store());
        var topic = new Topic(running.bootstrapServers())) {
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
