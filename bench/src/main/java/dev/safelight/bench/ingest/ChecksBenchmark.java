package dev.safelight.bench.ingest;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the checks of one upload of 3 MB cost that are about its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 1)
public class ChecksBenchmark {

  /** What the network gives at a time. */
  private static final int PIECE = 8192;

  private final NoiseImage image = new NoiseImage(3_000_000);
  private @Nullable SpoolFolder folder;
  private @Nullable Spool spool;
  private @Nullable Path file;

  /** Makes a folder, and a file in it. */
  @Setup
  public void start() throws IOException {
    folder = SpoolFolder.in(Files.createTempDirectory("bench"));
    spool = new Spool(folder, image.size());
    file = Files.write(folder.own().resolve("image"), image.content());
  }

  /** Removes it. */
  @TearDown
  public void end() {
    if (folder != null) {
      folder.close();
    }
  }

  /** Counts, digests (SHA-256 and MD5) and writes to the disk. */
  @Benchmark
  public Received spooledWithDigests() {
    try (var incoming = spool().begin(new FileClaim("noise.bmp", "image/bmp"))) {
      for (int from = 0; from < image.size(); from += PIECE) {
        incoming.write(
            ByteBuffer.wrap(image.content(), from, Math.min(PIECE, image.size() - from)));
      }
      return incoming.finish();
    }
  }

  /** Finds type and dimensions in the file. */
  @Benchmark
  public ImageHeader typeAndDimensions() throws IOException {
    return ImageHeaders.read(file == null ? Path.of("") : file);
  }

  private Spool spool() {
    if (spool == null) {
      throw new IllegalStateException("Not set up");
    }
    return spool;
  }
}
