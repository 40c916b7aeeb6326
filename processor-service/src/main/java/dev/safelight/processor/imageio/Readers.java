package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The one reader that is trusted with each type, chosen by name and never by what ImageIO happens
 * to find first.
 */
final class Readers {

  /** The WebP writer brings a native reader along, which ImageIO would prefer. */
  private static final String NATIVE = "com.luciad.";

  private static final Map<ImageType, String> TRUSTED =
      new EnumMap<>(
          Map.of(
              ImageType.JPEG, "com.twelvemonkeys.imageio.plugins.jpeg.",
              ImageType.PNG, "com.sun.imageio.plugins.png.",
              ImageType.GIF, "com.sun.imageio.plugins.gif.",
              ImageType.WEBP, "com.twelvemonkeys.imageio.plugins.webp.",
              ImageType.BMP, "com.sun.imageio.plugins.bmp.",
              ImageType.TIFF, "com.twelvemonkeys.imageio.plugins.tiff."));

  /** Removes native readers from the whole JVM, so that readers which ask ImageIO get none. */
  Readers() {
    ImageIO.scanForPlugins();
    var registry = IIORegistry.getDefaultInstance();
    var natives = new ArrayList<ImageReaderSpi>();
    registry
        .getServiceProviders(ImageReaderSpi.class, this::isNative, false)
        .forEachRemaining(natives::add);
    natives.forEach(reader -> registry.deregisterServiceProvider(reader, ImageReaderSpi.class));
  }

  private boolean isNative(Object provider) {
    return provider.getClass().getName().startsWith(NATIVE);
  }

  /** A new reader, to be disposed of after use. */
  ImageReader reader(ImageType type) {
    var trusted = String.valueOf(TRUSTED.get(type));
    var readers = ImageIO.getImageReadersByMIMEType(type.mimeType());
    while (readers.hasNext()) {
      var reader = readers.next();
      if (reader.getClass().getName().startsWith(trusted)) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("No reader of " + type + " in " + trusted);
  }
}
