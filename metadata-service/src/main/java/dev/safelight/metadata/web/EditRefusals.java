package dev.safelight.metadata.web;

import dev.safelight.metadata.edit.ForeignImagesException;
import dev.safelight.metadata.edit.NoItemException;
import dev.safelight.metadata.edit.NoPrimaryImageException;
import dev.safelight.metadata.edit.NotYourItemException;
import dev.safelight.metadata.edit.UnknownItemException;
import dev.safelight.metadata.edit.UnsuitableImageException;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What the core refuses about changes, as problems. */
final class EditRefusals {

  private static final String ITEM = "itemId";

  private EditRefusals() {}

  /** The problem that tells {@code caller} of a failure of the core; others stay what they are. */
  static Throwable of(Throwable failure, Caller caller) {
    return switch (failure) {
      case UnknownItemException ignored -> unknownItem();
      case UnsuitableImageException ignored -> unsuitable();
      case NoItemException ignored -> noItem();
      case NoPrimaryImageException ignored -> noPrimaryImage();
      case NotYourItemException ignored -> notYourItem();
      default -> ItemRefusals.of(Refusals.of(failure, caller));
    };
  }

  /** As above, for images that were to be put in order. */
  static Throwable of(Throwable failure, OrderBody wanted) {
    return failure instanceof ForeignImagesException foreign
        ? wanted.foreign(foreign.images())
        : failure;
  }

  /** The same as when an image is uploaded to such an item. */
  private static ProblemException unknownItem() {
    return ProblemException.of(
            HttpStatus.NOT_FOUND,
            "unknown-item",
            "Unknown item",
            "There is no item of that id that takes images from you. Create it first.")
        .with("errors", List.of(Refusals.error(ITEM, "There is no such item for you.")));
  }

  private static ProblemException unsuitable() {
    return ItemRefusals.fields(
        HttpStatus.UNPROCESSABLE_CONTENT,
        List.of(
            Refusals.error(
                ITEM, "The image is too small, too large or too many bytes for this item.")));
  }

  private static ProblemException noItem() {
    return ProblemException.of(
        HttpStatus.CONFLICT,
        "no-item",
        "The image belongs to no item",
        "Only an image of an item can stand for it. Give the image an itemId first.");
  }

  private static ProblemException noPrimaryImage() {
    return ProblemException.of(
        HttpStatus.NOT_FOUND,
        "no-primary-image",
        "No primary image",
        "No image that you may see stands for this item. Choose one by PUT /api/images/{id}/primary.");
  }

  private static ProblemException notYourItem() {
    return ProblemException.of(
        HttpStatus.FORBIDDEN,
        "forbidden",
        "Not allowed",
        "You may add images to this item; only its owner or an administrator may say which one stands for it and in what order they are.");
  }
}
