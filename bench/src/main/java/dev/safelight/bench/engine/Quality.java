package dev.safelight.bench.engine;

import dev.safelight.processor.process.ImageEngine;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.VariantSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * How much of the photos is left in what peers make of them, so that nobody wins by a worse
 * picture: the SSIM of each variant to the original, decoded whole and scaled by Lanczos.
 */
final class Quality {

  private static final List<VariantSpec> WHOLE =
      List.of(new VariantSpec("whole", List.of(), FormatChoice.PNG, 100));

  private final Path folder;
  private final ImageEngine decoder;

  /** Measures with references from that engine, losslessly and in full size. */
  Quality(Path folder, ImageEngine decoder) {
    this.folder = folder;
    this.decoder = decoder;
  }

  /** A row for each peer, a column for each variant of the standard set. */
  String table(List<Peer> peers, List<WorkItem> photos) throws IOException {
    for (var peer : peers) {
      developAll(peer);
    }
    var figures = new LinkedHashMap<Peer, Map<String, List<Figure>>>();
    for (var photo : photos) {
      var reference = reference(photo);
      for (var peer : peers) {
        measure(photo, reference, peer, figures.computeIfAbsent(peer, _ -> new LinkedHashMap<>()));
      }
    }
    return table(figures);
  }

  private void developAll(Peer peer) throws IOException {
    var outputs = Files.createDirectories(outputs(peer));
    try (var running = PeerProcess.start(peer, folder, VariantRecipe.STANDARD.label(), 1)) {
      running.write(outputs);
    }
  }

  private Path outputs(Peer peer) {
    return folder.resolve("outputs").resolve(peer.slug());
  }

  private Reference reference(WorkItem photo) throws IOException {
    return new Reference(luma(photo.develop(decoder, WHOLE).variants().getFirst().content()));
  }

  private void measure(
      WorkItem photo, Reference reference, Peer peer, Map<String, List<Figure>> figures)
      throws IOException {
    for (var spec : VariantRecipe.STANDARD.specs()) {
      var content = Files.readAllBytes(variant(outputs(peer), photo.name() + "." + spec.name()));
      figures
          .computeIfAbsent(spec.name(), _ -> new ArrayList<>())
          .add(new Figure(reference.similarity(luma(content)), content.length));
    }
  }

  /** Whatever its format: what is transparent is for each peer to say. */
  private static Path variant(Path outputs, String name) throws IOException {
    try (var files = Files.newDirectoryStream(outputs, name + ".*")) {
      return files.iterator().next();
    }
  }

  private static Luma luma(byte[] content) throws IOException {
    var picture = ImageIO.read(new ByteArrayInputStream(content));
    if (picture == null) {
      throw new IOException("A variant cannot be read");
    }
    return Luma.of(picture);
  }

  private static String table(Map<Peer, Map<String, List<Figure>>> figures) {
    var names = VariantRecipe.STANDARD.specs().stream().map(VariantSpec::name).toList();
    var columns = new ArrayList<>(List.of("engine"));
    names.forEach(name -> columns.add(name + ": SSIM, lowest, kB"));
    var table = new Table(columns.toArray(String[]::new));
    figures.forEach(
        (peer, variants) -> {
          var cells = new ArrayList<Object>(List.of(peer.name()));
          variants.values().forEach(each -> cells.add(Figure.summary(each)));
          table.row(cells.toArray());
        });
    return table.toString();
  }
}
