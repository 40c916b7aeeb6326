package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.ForbiddenException;
import dev.safelight.metadata.item.ItemChangedException;
import dev.safelight.metadata.item.ItemExistsException;
import dev.safelight.metadata.item.ItemInUseException;
import dev.safelight.metadata.item.ItemNotFoundException;
import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What the core refuses about items, as problems. */
final class ItemRefusals {

  private ItemRefusals() {}

  /** The problem that tells of a failure of the core; others stay what they are. */
  static Throwable of(Throwable failure) {
    return switch (failure) {
      case ItemNotFoundException ignored -> Problems.notFound();
      case ForbiddenException ignored -> notYours();
      case ItemExistsException ignored -> exists();
      case ItemChangedException ignored -> changed();
      case ItemInUseException e -> inUse(e.images());
      case CatalogUnavailableException ignored -> Problems.unavailable();
      default -> failure;
    };
  }

  /** 400: not the JSON object it should be. */
  static ProblemException malformed(String detail) {
    return ProblemException.of(HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail);
  }

  /** 400 or 422: members that can't be meant, or are not acceptable. */
  static ProblemException fields(HttpStatus status, List<Map<String, String>> errors) {
    return ProblemException.of(
            status, "invalid-fields", "Invalid fields", "Mend the fields listed in errors.")
        .with("errors", errors);
  }

  private static ProblemException notYours() {
    return ProblemException.of(
        HttpStatus.FORBIDDEN,
        "forbidden",
        "Not allowed",
        "You may add images to this item; only its owner or an administrator may change or delete it.");
  }

  private static ProblemException exists() {
    return ProblemException.of(
            HttpStatus.CONFLICT,
            "item-exists",
            "The id is taken",
            "There is an item of this id already. Choose another one, or leave it out to get one.")
        .with("errors", List.of(Refusals.error("id", "The id is taken.")));
  }

  private static ProblemException changed() {
    return ProblemException.of(
        HttpStatus.PRECONDITION_FAILED,
        "precondition-failed",
        "The item was changed",
        "Somebody changed the item since. Get it again, and repeat your change with its new ETag.");
  }

  private static ProblemException inUse(long images) {
    return ProblemException.of(
            HttpStatus.CONFLICT,
            "item-in-use",
            "Images belong to the item",
            "Images belong to the item: %d. Delete them first, or add ?force=true to keep them without it."
                .formatted(images))
        .with("images", images);
  }
}
