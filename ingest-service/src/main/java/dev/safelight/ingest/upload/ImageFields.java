package dev.safelight.ingest.upload;

import dev.safelight.recipe.ProcessingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader says about an image. Data for show and for finding it; nothing of it becomes a
 * key, a path or a type. {@link FieldRules} says what is acceptable.
 *
 * @param itemId what the image belongs to, such as a product
 * @param primary whether it is to stand for its item
 * @param order place among the images of its item, lowest first
 * @param altText text for people who cannot see the picture
 * @param caption text shown with the picture
 * @param tags words to find it by, each once
 * @param metadata a JSON object of the uploader's own, as text
 * @param visibility who may see it once it is ready
 * @param sharedWith opaque ids of accounts that may also see it
 * @param request what is to be made of it; checked already
 */
public record ImageFields(
    @Nullable String itemId,
    boolean primary,
    int order,
    @Nullable String altText,
    @Nullable String caption,
    List<String> tags,
    String metadata,
    Visibility visibility,
    List<String> sharedWith,
    ProcessingRequest request) {

  /** What holds where the uploader says nothing. */
  public static final ImageFields NONE =
      new ImageFields(
          null,
          false,
          0,
          null,
          null,
          List.of(),
          "{}",
          Visibility.PRIVATE,
          List.of(),
          ProcessingRequest.NONE);

  /** Copies the lists. */
  public ImageFields {
    tags = List.copyOf(tags);
    sharedWith = List.copyOf(sharedWith);
  }
}
