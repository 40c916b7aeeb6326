package dev.safelight.e2e.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a file tells besides its picture. */
public final class Metadata {

  private static final List<Class<? extends Directory>> TELLING =
      List.of(
          ExifDirectoryBase.class,
          IccDirectory.class,
          IptcDirectory.class,
          JpegCommentDirectory.class,
          PhotoshopDirectory.class,
          XmpDirectory.class);

  /** How the containers of metadata begin, whatever a reader makes of them. */
  private static final List<String> TRACES =
      List.of(
          Camera.MARK,
          "Exif\0",
          "eXIf",
          "EXIF",
          "http://ns.adobe.com/xap",
          "XML:com.adobe.xmp",
          "XMP ",
          "Photoshop 3.0",
          "ICC_PROFILE",
          "iCCP",
          "ICCP",
          "tEXt",
          "iTXt");

  private Metadata() {}

  /** Asserts that there is nothing in a file but its picture. */
  public static void assertNoneIn(byte[] file) {
    assertThat(of(file).getDirectories()).filteredOn(Metadata::isTelling).isEmpty();
    assertThat(new String(file, ISO_8859_1)).doesNotContain(TRACES.toArray(String[]::new));
  }

  /**
   * Asserts that a file tells where it was taken, so that a story about hiding it means something.
   */
  public static void assertPlaceIn(byte[] file) {
    assertThat(of(file).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation().isZero())
        .isFalse();
  }

  private static boolean isTelling(Directory directory) {
    return TELLING.stream().anyMatch(type -> type.isInstance(directory));
  }

  private static com.drew.metadata.Metadata of(byte[] file) {
    try {
      return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    } catch (ImageProcessingException e) {
      throw new AssertionError("Not an image", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
