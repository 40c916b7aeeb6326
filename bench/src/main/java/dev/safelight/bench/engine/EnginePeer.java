package dev.safelight.bench.engine;

import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.recipe.VariantSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One of our engines as a peer.
 *
 * <p>Arguments: folder of the bench, recipe, photos in flight, engine, isolation.
 */
final class EnginePeer implements Commands.Developer {

  private final ImageEngine engine;
  private final List<VariantSpec> specs;
  private final List<WorkItem> photos;
  private final ExecutorService workers;

  private EnginePeer(
      ImageEngine engine, List<VariantSpec> specs, List<WorkItem> photos, ExecutorService workers) {
    this.engine = engine;
    this.specs = specs;
    this.photos = photos;
    this.workers = workers;
  }

  static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var mark = Files.readAllBytes(folder.resolve("mark-large.png"));
    var marks = new WatermarkImages(Map.of(VariantRecipe.MARK, mark));
    var specs = VariantRecipe.labelled(arguments[1]).specs();
    int inFlight = Integer.parseInt(arguments[2]);
    try (var context = ServiceEngine.open(arguments[3], arguments[4], inFlight, marks);
        var workers = Executors.newFixedThreadPool(inFlight)) {
      var engine = ServiceEngine.of(context);
      Commands.serve(new EnginePeer(engine, specs, WorkItem.read(folder), workers));
    }
  }

  @Override
  public void pass(int times) throws Exception {
    var jobs = new ArrayList<Callable<Integer>>();
    for (var pass : Collections.nCopies(times, photos)) {
      pass.forEach(photo -> jobs.add(() -> variants(photo).size()));
    }
    run(jobs);
  }

  @Override
  public void write(Path folder) throws Exception {
    var jobs = new ArrayList<Callable<Integer>>();
    photos.forEach(photo -> jobs.add(() -> write(photo, folder)));
    run(jobs);
  }

  private void run(List<Callable<Integer>> jobs) throws Exception {
    for (var job : workers.invokeAll(jobs)) {
      job.get();
    }
  }

  private int write(WorkItem photo, Path folder) throws IOException {
    var variants = variants(photo);
    for (var variant : variants) {
      var format = variant.format().name().toLowerCase(Locale.ROOT);
      Files.write(
          folder.resolve(photo.name() + "." + variant.name() + "." + format), variant.content());
    }
    return variants.size();
  }

  private List<EncodedVariant> variants(WorkItem photo) {
    return photo.develop(engine, specs).variants();
  }
}
