package dev.safelight.bench.engine;

import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.recipe.VariantSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
 * <p>Arguments: folder of the bench, recipe, photos in flight, engine. Answers {@code pass N} and
 * {@code write FOLDER} on standard input.
 */
final class EnginePeer {

  private final ImageEngine engine;
  private final List<VariantSpec> specs;
  private final List<WorkItem> photos;

  private EnginePeer(ImageEngine engine, List<VariantSpec> specs, List<WorkItem> photos) {
    this.engine = engine;
    this.specs = specs;
    this.photos = photos;
  }

  static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var mark = Files.readAllBytes(folder.resolve("mark-large.png"));
    var engine = Engines.open(arguments[3], new WatermarkImages(Map.of(VariantRecipe.MARK, mark)));
    var specs = VariantRecipe.labelled(arguments[1]).specs();
    var peer = new EnginePeer(engine, specs, WorkItem.read(folder));
    try (var workers = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]))) {
      peer.serve(workers);
    }
  }

  private void serve(ExecutorService workers) throws Exception {
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (var line = commands.readLine(); line != null; line = commands.readLine()) {
      var words = line.split(" ", 2);
      for (var each : workers.invokeAll(jobs(words[0], words[1]))) {
        each.get();
      }
      System.out.println("done");
    }
  }

  private List<Callable<Integer>> jobs(String command, String argument) {
    var jobs = new ArrayList<Callable<Integer>>();
    if (command.equals("write")) {
      photos.forEach(photo -> jobs.add(() -> write(photo, Path.of(argument))));
      return jobs;
    }
    for (var pass : Collections.nCopies(Integer.parseInt(argument), photos)) {
      pass.forEach(photo -> jobs.add(() -> variants(photo).size()));
    }
    return jobs;
  }

  private int write(WorkItem photo, Path folder) throws Exception {
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
