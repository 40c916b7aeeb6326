package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  private static final String PORTRAIT = "1QcSHQRnh493V4dIh4eXh1h4kJUI";
  private static final String LANDSCAPE_WITH_ALPHA = "4keGM5I7lIigiYjAkif7dUB3d4eHiHg=";

  /** Expected are the pixels of the reference implementation, thumbhash 0.1.1. */
  @ParameterizedTest
  @CsvSource({
    PORTRAIT + ", 23, 32, ff404d71, ff546d8b, ff000c2a, ff000427, ff8c6d58",
    LANDSCAPE_WITH_ALPHA + ", 32, 19, 188e4cae, d6ff096b, 1974ab90, f1e1cf47, ee7d7a9d",
  })
  void looksAsTheReferenceDoes(
      String hash, int width, int height, String tl, String tr, String bl, String br, String mid)
      throws IOException {
    var picture = picture(hash);

    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    assertThat(pixel(picture, 0, 0)).isEqualTo(tl);
    assertThat(pixel(picture, width - 1, 0)).isEqualTo(tr);
    assertThat(pixel(picture, 0, height - 1)).isEqualTo(bl);
    assertThat(pixel(picture, width - 1, height - 1)).isEqualTo(br);
    assertThat(pixel(picture, width / 2, height / 2)).isEqualTo(mid);
  }

  @Test
  void isSmallEnoughForALongList() {
    assertThat(Placeholders.dataUrl(PORTRAIT)).hasSizeLessThan(2500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "1QcSHQRnh4==", "no base64", "1QcSHQRnh493V4dIh4eX"})
  void whatIsNoHashGivesNone(String text) {
    assertThat(Placeholders.dataUrl(text)).isNull();
  }

  private static BufferedImage picture(String hash) throws IOException {
    var url = Placeholders.dataUrl(hash);
    assertThat(url).startsWith("data:image/png;base64,");
    var png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static String pixel(BufferedImage picture, int x, int y) {
    return HexFormat.of().toHexDigits(picture.getRGB(x, y));
  }
}
