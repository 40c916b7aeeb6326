package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Scene;
import java.awt.Color;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class TraitsTest {

  /** Far apart: what is altered differs in at most so many bits, what is different in more. */
  private static final int ALIKE = 10;

  @Test
  void alteredPicturesKeepTheirPerceptualHash() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      var picture = picture(seed, 1200, 900);
      long hash = hash(preview(picture, 100, 75));
      assertThat(distance(hash, preview(scaled(picture, 300, 225), 100, 75))).isLessThan(ALIKE);
      assertThat(distance(hash, preview(scaled(picture, 640, 480), 100, 75))).isLessThan(ALIKE);
      assertThat(distance(hash, preview(recompressed(picture), 100, 75))).isLessThan(ALIKE);
      assertThat(distance(hash, preview(picture, 80, 60))).isLessThan(ALIKE);
      assertThat(distance(hash, preview(brighter(picture), 100, 75))).isLessThan(ALIKE);
    }
  }

  @Test
  void differentPicturesHaveDifferentPerceptualHashes() {
    var hashes = new ArrayList<Long>();
    for (int seed = 0; seed < 20; seed++) {
      hashes.add(hash(preview(picture(seed, 400, 300), 100, 75)));
    }
    for (int i = 0; i < hashes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(Long.bitCount(hashes.get(i) ^ hashes.get(j))).isGreaterThan(ALIKE + 4);
      }
    }
  }

  @Test
  void theSmallestPicturesHaveTraitsToo() {
    var traits = Traits.of(new Preview(1, 1, new int[] {0xFF336699}));
    assertThat(traits.perceptualHash()).isEqualTo("0000000000000000");
    assertThat(traits.averageColor()).isEqualTo("#336699");
    assertThat(traits.dominantColors()).containsExactly("#336699");
    assertThat(Base64.getDecoder().decode(traits.thumbHash())).hasSizeBetween(5, 30);
    var invisible = Traits.of(new Preview(2, 1, new int[2]));
    assertThat(invisible.dominantColors()).isEmpty();
    assertThat(invisible.averageColor()).isEqualTo("#000000");
  }

  @Test
  void dominantColorsAreThoseOfThePicture() {
    var argb = new int[100 * 100];
    for (int i = 0; i < argb.length; i++) {
      argb[i] =
          i < 6_000 ? 0xFFC83232 : i < 9_000 ? 0xFF2846B4 : i < 9_900 ? 0xFFE6DC78 : 0xFF000000;
    }
    var traits = Traits.of(new Preview(100, 100, argb));
    assertThat(traits.dominantColors()).containsExactly("#c83232", "#2846b4", "#e6dc78");
    assertThat(traits.averageColor()).isEqualTo("#%02x%02x%02x".formatted(153, 71, 95));
  }

  @Test
  void whatIsTransparentDoesNotCount() {
    var argb = new int[100];
    argb[42] = 0xFF00FF00;
    var traits = Traits.of(new Preview(10, 10, argb));
    assertThat(traits.dominantColors()).containsExactly("#00ff00");
    assertThat(traits.averageColor()).isEqualTo("#00ff00");
  }

  /** Bits of the format, read by hand: see the header of a ThumbHash in its specification. */
  @Test
  void thumbHashSaysItsColorsAndShape() {
    var flat = new int[100 * 50];
    Arrays.fill(flat, 0xFFFF0000);
    var hash = Base64.getDecoder().decode(Traits.of(new Preview(100, 50, flat)).thumbHash());
    int colors = (hash[0] & 0xFF) | (hash[1] & 0xFF) << 8 | (hash[2] & 0xFF) << 16;
    int shape = (hash[3] & 0xFF) | (hash[4] & 0xFF) << 8;
    assertThat(colors & 63).as("a third of full luminance").isEqualTo(21);
    assertThat(colors >> 6 & 63).as("half as yellow as can be").isEqualTo(47);
    assertThat(colors >> 12 & 63).as("as red as can be").isEqualTo(63);
    assertThat(colors >> 23).as("no alpha").isZero();
    assertThat(shape >> 15).as("landscape").isOne();
    assertThat(shape & 7).as("rows, where there are 7 columns").isEqualTo(4);
    var seeThrough = preview(Scene.TRANSPARENT.draw(50, 80, BufferedImage.TYPE_INT_ARGB), 50, 80);
    var alpha = Base64.getDecoder().decode(Traits.of(seeThrough).thumbHash());
    assertThat(alpha[2] >> 7 & 1).isOne();
  }

  /** Something with large shapes, as photos have, and different for each seed. */
  private static BufferedImage picture(int seed, int width, int height) {
    var dice = new Random(seed);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(dice.nextInt(0x1000000)));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < 12; i++) {
      pen.setColor(new Color(dice.nextInt(0x1000000)));
      int x = (int) (width * (dice.nextDouble() * 1.2 - 0.2));
      int y = (int) (height * (dice.nextDouble() * 1.2 - 0.2));
      int w = (int) (width * (0.1 + dice.nextDouble() * 0.5));
      int h = (int) (height * (0.1 + dice.nextDouble() * 0.5));
      if (i % 2 == 0) {
        pen.fillOval(x, y, w, h);
      } else {
        pen.fillRect(x, y, w, h);
      }
    }
    pen.dispose();
    return picture;
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    var smaller = new BufferedImage(width, height, picture.getType());
    var pen = smaller.createGraphics();
    pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return smaller;
  }

  private static BufferedImage recompressed(BufferedImage picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(0.2f);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    }
    writer.dispose();
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static BufferedImage brighter(BufferedImage picture) {
    return new RescaleOp(0.8f, 40, null).filter(picture, null);
  }

  private static Preview preview(BufferedImage picture, int width, int height) {
    var small = picture.getWidth() == width ? picture : scaled(picture, width, height);
    return new Preview(
        width, height, small.getRGB(0, 0, width, height, new int[width * height], 0, width));
  }

  private static long hash(Preview preview) {
    return Long.parseUnsignedLong(Traits.of(preview).perceptualHash(), 16);
  }

  private static int distance(long hash, Preview preview) {
    return Long.bitCount(hash ^ hash(preview));
  }
}
