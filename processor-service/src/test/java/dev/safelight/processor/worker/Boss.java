package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.worker.WorkerProperties.Isolation;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A service of which nothing but the workers is there: says who they are and keeps them busy. */
final class Boss {

  private final WorkerPool pool;

  private Boss(WorkerPool pool) {
    this.pool = pool;
  }

  static void main() {
    var settings =
        new WorkerProperties(
            BadEngineProvider.NAME,
            Isolation.PROCESS,
            2,
            Duration.ofMinutes(10),
            DataSize.ofMegabytes(400),
            1000,
            DataSize.ofMegabytes(1),
            false);
    var boss =
        new Boss(
            new WorkerPool(Setup.message(settings, WatermarkImages.NONE), settings, ending -> {}));
    System.out.println(boss.told("pid"));
    Thread.ofVirtual().start(() -> boss.told("hang"));
    System.out.println(boss.told("pid"));
    System.out.println("busy");
    boss.told("hang");
  }

  private String told(String deed) {
    var header = new ImageHeader(ImageType.PNG, 30, 20, 1);
    try {
      pool.develop(new SourceImage(deed.getBytes(UTF_8), header), List.of());
      throw new AssertionError("Nothing is made of " + deed);
    } catch (BadImageException e) {
      return e.detail();
    }
  }
}
