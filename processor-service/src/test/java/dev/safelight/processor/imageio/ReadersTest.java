package dev.safelight.processor.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageType;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

  private final Readers readers = new Readers();

  @ParameterizedTest
  @CsvSource({
    "JPEG, com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader",
    "PNG, com.sun.imageio.plugins.png.PNGImageReader",
    "GIF, com.sun.imageio.plugins.gif.GIFImageReader",
    "WEBP, com.twelvemonkeys.imageio.plugins.webp.WebPImageReader",
    "BMP, com.sun.imageio.plugins.bmp.BMPImageReader",
    "TIFF, com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader"
  })
  void eachTypeHasItsReader(ImageType type, String reader) {
    assertThat(readers.reader(type).getClass().getName()).isEqualTo(reader);
  }

  /** The WebP writer's own reader is native code, which must never see what an uploader sent. */
  @Test
  void noNativeReaderIsLeftForAnybody() {
    var all = new ArrayList<ImageReader>();
    ImageIO.getImageReadersByMIMEType("image/webp").forEachRemaining(all::add);
    ImageIO.getImageReadersBySuffix("webp").forEachRemaining(all::add);
    ImageIO.getImageReadersByFormatName("WebP").forEachRemaining(all::add);
    assertThat(all)
        .isNotEmpty()
        .allSatisfy(reader -> assertThat(reader.getClass().getName()).startsWith("com.twelve"));
  }

  @Test
  void nativeWriterIsStillThere() {
    assertThat(ImageIO.getImageWritersByMIMEType("image/webp").next().getClass().getName())
        .startsWith("com.luciad.");
  }
}
