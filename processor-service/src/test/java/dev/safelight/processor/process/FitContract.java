package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Photo;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Size;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fit gives exactly the size that {@code Frame} says, and shows the right part of it. */
public abstract class FitContract extends EngineContract {

  /** Structural similarity with the same photo drawn at the size asked for. */
  private static final double MIN_SSIM = 0.97;

  private static final List<Size> ASKED =
      List.of(
          new Size(64, 64),
          new Size(120, 40),
          new Size(40, 120),
          new Size(300, 200),
          new Size(1, 1),
          new Size(1, 50),
          new Size(50, Resize.FREE),
          new Size(Resize.FREE, 50),
          new Size(Resize.FREE, Resize.FREE),
          new Size(1000, 1000));

  @ParameterizedTest
  @CsvSource({
    "300, 200",
    "200, 300",
    "301, 199",
    "64, 64",
    "63, 65",
    "1, 1",
    "2, 1",
    "1, 400",
    "400, 1",
    "7, 5",
    "1, 20000",
    "20000, 1"
  })
  void isExactlyAsLargeAsItsFrame(int width, int height) {
    var specs = new ArrayList<VariantSpec>();
    for (var fit : Fit.values()) {
      for (var size : ASKED) {
        var resize = new Resize(size.width(), size.height(), fit);
        specs.add(new VariantSpec("v" + specs.size(), List.of(resize), FormatChoice.PNG, 80));
      }
    }
    var developed = develop(Files.write("png", plain(width, height)), specs);
    for (int i = 0; i < specs.size(); i++) {
      var variant = developed.variants().get(i);
      var resize = (Resize) specs.get(i).steps().getFirst();
      assertThat(new Size(variant.width(), variant.height()))
          .as("%s", resize)
          .isEqualTo(resize.frame(width, height).frame());
      decode(variant);
    }
  }

  @ParameterizedTest
  @EnumSource(Fit.class)
  void showsThePartThatTheFrameShows(Fit fit) {
    for (var size : List.of(new Size(90, 90), new Size(120, 50), new Size(50, 120))) {
      var resize = new Resize(size.width(), size.height(), fit);
      var seen = decode(only(Files.write("png", Photo.draw(360, 240)), resize, FormatChoice.PNG));
      assertThat(Ssim.of(seen, framed(resize, 360, 240))).as("%s", resize).isGreaterThan(MIN_SSIM);
    }
  }

  @Test
  void whatStaysEmptyIsTransparentOrWhite() {
    var photo = Files.write("png", plain(40, 20));
    var resize = new Resize(40, 40, Fit.CONTAIN);
    for (int y : new int[] {2, 36}) {
      assertThat(decode(only(photo, resize, FormatChoice.PNG)).getRGB(20, y) >>> 24).isZero();
      assertThat(decode(only(photo, resize, FormatChoice.WEBP)).getRGB(20, y) >>> 24).isZero();
      assertThat(DeltaE.between(decode(jpeg(photo, resize)).getRGB(20, y), 0xFFFFFFFF))
          .isLessThan(2);
    }
    assertThat(decode(jpeg(photo, resize)).getRGB(20, 20) >> 16 & 0xFF).isLessThan(80);
  }

  /** The picture itself is opaque, and its frame is not. */
  @Test
  void emptyPartsMakeAPictureTransparent() {
    var photo = Files.write("png", plain(40, 20));
    assertThat(only(photo, new Resize(40, 40, Fit.CONTAIN), FormatChoice.NATURAL).format())
        .isEqualTo(PictureFormat.PNG);
    assertThat(only(photo, new Resize(40, 20, Fit.CONTAIN), FormatChoice.NATURAL).format())
        .isEqualTo(PictureFormat.JPEG);
    assertThat(only(photo, new Resize(30, 30, Fit.COVER), FormatChoice.NATURAL).format())
        .isEqualTo(PictureFormat.JPEG);
  }

  private EncodedVariant jpeg(byte[] photo, Resize resize) {
    return only(photo, resize, FormatChoice.JPEG);
  }

  private EncodedVariant only(byte[] file, Resize resize, FormatChoice format) {
    var spec = new VariantSpec("only", List.of(resize), format, 95);
    return develop(file, List.of(spec)).variants().getFirst();
  }

  private static BufferedImage framed(Resize resize, int width, int height) {
    var frame = resize.frame(width, height);
    var scaled = Photo.draw(frame.scaled().width(), frame.scaled().height());
    var framed =
        new BufferedImage(
            frame.frame().width(), frame.frame().height(), BufferedImage.TYPE_INT_ARGB);
    return Reference.map(
        framed,
        (x, y, none) -> {
          int column = x - frame.left();
          int row = y - frame.top();
          boolean inside =
              column >= 0 && row >= 0 && column < scaled.getWidth() && row < scaled.getHeight();
          return inside ? scaled.getRGB(column, row) : 0;
        });
  }

  private static BufferedImage plain(int width, int height) {
    return dev.safelight.processor.scene.Animations.plain(width, height, 0xFF2846B4);
  }
}
