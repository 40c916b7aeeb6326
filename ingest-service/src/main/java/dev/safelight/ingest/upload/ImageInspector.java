package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.ImageType;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides from a file's content alone whether it is an image we take. Decodes nothing. */
class ImageInspector {

  static final List<String> ALLOWED_TYPES =
      Stream.of(ImageType.values()).map(ImageType::mimeType).toList();

  private final AdmissionRules rules;

  ImageInspector(AdmissionRules rules) {
    this.rules = rules;
  }

  /** Looks at the file's header; blocks while it is read. */
  Inspection inspect(SpooledFile file, @Nullable Item item) {
    var limits = rules.of(item);
    if (file.size() == 0) {
      return new Inspection.Failed(new Refusal.Empty());
    }
    if (file.size() > limits.maxSize()) {
      return new Inspection.Failed(new Refusal.TooLarge(limits.maxSize(), file.size()));
    }
    try {
      var header = ImageHeaders.read(file.path());
      return DimensionRules.objection(header, limits)
          .<Inspection>map(Inspection.Failed::new)
          .orElseGet(() -> new Inspection.Passed(header, item));
    } catch (UnknownImageTypeException e) {
      return new Inspection.Failed(
          new Refusal.UnsupportedType(ALLOWED_TYPES, ContentSniffer.typeOf(file.path())));
    } catch (MalformedImageException e) {
      return new Inspection.Failed(new Refusal.Unreadable(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UploadUnavailableException("The spooled file cannot be read", e);
    }
  }
}
