package dev.safelight.processor.libvips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class VipsJobTest {

  private static Vips vips;

  @BeforeAll
  static void open() {
    try {
      vips = Vips.open();
    } catch (VipsUnavailableException e) {
      if (System.getenv("CI") != null || Boolean.getBoolean("safelight.require.vips")) {
        throw e;
      }
      System.err.println("NOT TESTED: the binding of libvips. " + e.getMessage());
      throw new TestAbortedException("The binding of libvips is not tested", e);
    }
  }

  @Test
  void knowsItsVersion() {
    assertThat(vips.version()).matches("8\\.\\d+\\.\\d+.*");
  }

  @Test
  void writesAndReadsPixels() {
    try (var job = vips.begin()) {
      var png = gradient(job).save("pngsave", Arguments.none().with("compression", 1));
      var read = job.load("pngload", job.file(png), Arguments.none());
      assertThat(List.of(read.width(), read.height(), read.bands())).containsExactly(4, 2, 3);
      assertThat(read.interpretation()).isEqualTo(Interpretation.SRGB);
      assertThat(read.hasAlpha()).isFalse();
      assertThat(read.computed().pixels().toArray(JAVA_BYTE))
          .isEqualTo(gradient(job).pixels().toArray(JAVA_BYTE));
    }
  }

  /** Integers, numbers, truth values, strings, vectors and images all reach C as what they are. */
  @Test
  void takesArgumentsOfEachType() {
    try (var job = vips.begin()) {
      var image = gradient(job);
      assertThat(image.apply("resize", Arguments.numbers(2).with("vscale", 3.0)).height())
          .isEqualTo(6);
      assertThat(image.apply("extract_area", Arguments.integers(1, 0, 2, 1)).width()).isEqualTo(2);
      var alpha = image.apply("addalpha", Arguments.none());
      var gray = new double[] {7, 7, 7};
      assertThat(pixel(alpha.apply("flatten", Arguments.none().with("background", gray))))
          .containsExactly(0, 1, 2);
      var doubled =
          image
              .apply("linear", Arguments.vectors(new double[] {2}, new double[] {1}))
              .apply("cast", Arguments.integers(0).with("shift", false));
      assertThat(pixel(doubled)).containsExactly(1, 3, 5);
      var swapped = job.matrix(3, 3, 0, 0, 1, 0, 1, 0, 1, 0, 0);
      var recombined = image.apply("recomb", Arguments.image(swapped));
      assertThat(pixel(recombined.apply("cast", Arguments.integers(0)))).containsExactly(2, 1, 0);
      assertThat(image.apply("bandjoin2", image).bands()).isEqualTo(6);
      assertThat(image.measure("max")).isEqualTo(23);
    }
  }

  @Test
  void keepsMetadataThatIsSet() {
    try (var job = vips.begin()) {
      var image = gradient(job);
      image.set("page-height", 1);
      image.set("delay", new int[] {70, 80});
      assertThat(image.integer("page-height")).hasValue(1);
      assertThat(image.integers("delay")).hasValue(new int[] {70, 80});
      assertThat(image.integer("delay")).isEmpty();
      assertThat(image.integers("loops")).isEmpty();
      assertThat(image.blob("exif-data")).isEmpty();
    }
  }

  @Test
  void failsWithWhatLibvipsSays() {
    try (var job = vips.begin()) {
      assertThatExceptionOfType(VipsException.class)
          .isThrownBy(() -> job.load("jpegload", job.file(new byte[100]), Arguments.none()))
          .withMessageContaining("VipsJpeg");
      assertThatExceptionOfType(VipsException.class)
          .isThrownBy(() -> gradient(job).apply("extract_area", Arguments.integers(3, 0, 9, 9)))
          .withMessageContaining("extract_area");
      assertThatExceptionOfType(VipsException.class)
          .isThrownBy(() -> gradient(job).apply("rot", Arguments.integers(1).with("colour", 1)))
          .withMessageContaining("colour");
    }
  }

  @Test
  void loadersThatAreNotTrustedAreBlocked() {
    var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".getBytes(UTF_8);
    try (var job = vips.begin()) {
      assertThatExceptionOfType(VipsException.class)
          .isThrownBy(() -> job.load("svgload", job.file(svg), Arguments.none()));
    }
  }

  /** The threads of libvips keep some rows for the next time, far less than this image. */
  @Test
  void freesWhatItMadeWhateverHappened() {
    long one = 800L * 400 * 3;
    for (int i = 0; i < 20; i++) {
      try (var job = vips.begin()) {
        var large = gradient(job).apply("resize", Arguments.numbers(200)).computed();
        assertThat(vips.memory()).isGreaterThanOrEqualTo(one);
        assertThatExceptionOfType(VipsException.class)
            .isThrownBy(() -> large.apply("extract_area", Arguments.integers(0, 0, 9999, 9)));
      }
      assertThat(vips.memory()).isLessThan(one);
    }
  }

  @Test
  void imagesEndWithTheirJob() {
    VipsImage image;
    try (var job = vips.begin()) {
      image = gradient(job);
    }
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(image::width);
  }

  @Test
  void aBorrowedImageStaysWhereItIs() {
    try (var outer = vips.begin()) {
      var image = gradient(outer);
      VipsImage made;
      try (var inner = vips.begin()) {
        made = inner.borrow(image).apply("invert", Arguments.none());
        assertThat(made.width()).isEqualTo(4);
      }
      assertThat(image.width()).isEqualTo(4);
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(made::width);
    }
  }

  @Test
  void belongsToItsThread() {
    try (var job = vips.begin()) {
      var image = gradient(job);
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> CompletableFuture.supplyAsync(image::width).join())
          .withCauseInstanceOf(WrongThreadException.class);
    }
  }

  /** Four by two pixels of the values 0 to 23. */
  private static VipsImage gradient(VipsJob job) {
    var pixels = job.allocate(4 * 2 * 3);
    for (int i = 0; i < pixels.byteSize(); i++) {
      pixels.set(JAVA_BYTE, i, (byte) i);
    }
    return job.wrap(pixels, 4, 2, 3, Interpretation.SRGB).computed();
  }

  private static byte[] pixel(VipsImage image) {
    return image.computed().pixels().asSlice(0, 3).toArray(JAVA_BYTE);
  }
}
