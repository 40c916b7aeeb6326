package dev.safelight.bench.engine;

import dev.safelight.bench.service.ServicePeer;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.WatermarkImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who takes part: those whose programs are here. */
final class Peers {

  private static final Path NODE_SCRIPTS = Path.of("bench", "src", "main", "node");

  /** Libvips without anything around it. */
  static final String BARE = "C on libvips";

  private static final String IN_WORKERS = "process";
  private static final String IN_ONE_PROCESS = "none";

  private final Path folder;

  /** By the folder in which the script of the bench leaves sharp and the C driver. */
  Peers(Path folder) {
    this.folder = folder;
  }

  /** Those whose names match a regular expression; the first is what others are compared to. */
  List<Peer> matching(String names) {
    return all().stream().filter(peer -> peer.name().matches(names)).toList();
  }

  /** The processor on a real topic, after the engine that it has, alone. */
  List<Peer> service(Path lib) {
    return List.of(
        ours("the engine alone, in worker processes", Engines.AUTO, IN_WORKERS),
        jvm("the service", 256, ServicePeer.class, lib.toString()));
  }

  private List<Peer> all() {
    var peers = new ArrayList<Peer>();
    var modules = folder.resolve("node_modules");
    if (Files.isDirectory(modules.resolve("sharp"))) {
      peers.add(sharp("sharp, as users write it", "written.cjs", modules));
      peers.add(sharp("sharp, as an expert writes it", "expert.cjs", modules));
    }
    addDriver(peers, BARE, "cascade");
    addDriver(peers, BARE + " of sharp's build", "cascade-sharp");
    addOurs(peers, "Safelight, libvips", "vips");
    addOurs(peers, "Safelight, pure Java", "java");
    return peers;
  }

  private static void addOurs(List<Peer> peers, String name, String engine) {
    try {
      Engines.open(engine, WatermarkImages.NONE);
      peers.add(ours(name + ", in worker processes", engine, IN_WORKERS));
      peers.add(ours(name + ", in one process", engine, IN_ONE_PROCESS));
    } catch (EngineUnavailableException e) {
      System.err.println("Left out " + name + ": " + e.getMessage());
    }
  }

  private void addDriver(List<Peer> peers, String name, String program) {
    var driver = folder.resolve(program);
    if (Files.isExecutable(driver)) {
      peers.add(new Peer(name, List.of(driver.toString()), List.of(), Map.of()));
    }
  }

  private static Peer sharp(String name, String script, Path modules) {
    return new Peer(
        name,
        List.of("node", NODE_SCRIPTS.resolve(script).toAbsolutePath().toString()),
        List.of(),
        Map.of("NODE_PATH", modules.toString(), "UV_THREADPOOL_SIZE", "%d"));
  }

  private static Peer ours(String name, String engine, String isolation) {
    int heap = isolation.equals(IN_WORKERS) ? 512 : 2048;
    return jvm(name, heap, EnginePeer.class, engine, isolation);
  }

  /** With the collector that our services have in the stack. */
  private static Peer jvm(String name, int heap, Class<?> main, String... more) {
    return new Peer(
        name,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()),
        List.of(more),
        Map.of());
  }
}
