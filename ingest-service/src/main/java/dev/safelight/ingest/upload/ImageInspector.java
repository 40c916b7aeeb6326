package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.ImageType;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Decides from a file's content alone whether it is an image we take. Decodes nothing. */
class ImageInspector {

  static final List<String> ALLOWED_TYPES =
      Stream.of(ImageType.values()).map(ImageType::mimeType).toList();

  private final ImageLimits limits;

  ImageInspector(ImageLimits limits) {
    this.limits = limits;
  }

  /** Looks at the file's header; blocks while it is read. */
  Inspection inspect(SpooledFile file) {
    if (file.size() == 0) {
      return new Inspection.Failed(new Refusal.Empty());
    }
    try {
      return judged(ImageHeaders.read(file.path()));
    } catch (UnknownImageTypeException e) {
      return new Inspection.Failed(
          new Refusal.UnsupportedType(ALLOWED_TYPES, ContentSniffer.typeOf(file.path())));
    } catch (MalformedImageException e) {
      return new Inspection.Failed(new Refusal.Unreadable(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UploadUnavailableException("The spooled file cannot be read", e);
    }
  }

  private Inspection judged(ImageHeader header) {
    if (header.width() > limits.maxWidth() || header.height() > limits.maxHeight()) {
      return tooBig(
          "The image is %d × %d pixels; at most %d × %d are taken. Scale it down."
              .formatted(header.width(), header.height(), limits.maxWidth(), limits.maxHeight()));
    }
    if (header.pixels() > limits.maxPixels()) {
      return tooBig(
          "The image has %d pixels in %d frames; at most %d are taken. Scale it down or use fewer frames."
              .formatted(header.pixels(), header.frames(), limits.maxPixels()));
    }
    return new Inspection.Passed(header);
  }

  private static Inspection tooBig(String reason) {
    return new Inspection.Failed(new Refusal.Dimensions(reason));
  }
}
