package dev.safelight.recipe;

import java.util.ArrayList;
import java.util.List;

/** What a well-formed request asks for that these settings do not have. */
final class Objections {

  private static final String NO_WATERMARK = "No watermark is configured. Leave it out.";

  private final VariantSets sets;
  private final List<RequestError> errors = new ArrayList<>();

  Objections(VariantSets sets) {
    this.sets = sets;
  }

  List<RequestError> to(ProcessingRequest request) {
    object(
        request.set() != null && !sets.sets().containsKey(request.set()),
        "variantSet",
        "There is no such set. Use one of " + String.join(", ", sets.names()) + ".");
    for (int i = 0; i < request.variants().size(); i++) {
      var marked = Boolean.TRUE.equals(request.variants().get(i).watermark());
      object(marked && isBare(), "variants[%d].watermark".formatted(i), NO_WATERMARK);
    }
    for (int i = 0; i < request.pipeline().size(); i++) {
      toStep(request.pipeline().get(i), "pipeline[%d].options".formatted(i));
    }
    object(Boolean.TRUE.equals(request.watermark()) && isBare(), "watermark", NO_WATERMARK);
    return List.copyOf(errors);
  }

  private void toStep(Step step, String path) {
    switch (step) {
      case ConfiguredWatermark mark ->
          object(isBare(), path, "No watermark is configured. Give a text.");
      case Watermark mark when mark.mark() instanceof Mark.Image(var name) ->
          object(
              !sets.images().contains(name),
              path + ".image",
              "There is no such image among those configured.");
      default -> {}
    }
  }

  private boolean isBare() {
    return sets.watermark() == null;
  }

  private void object(boolean reason, String path, String message) {
    if (reason) {
      errors.add(new RequestError(path, message));
    }
  }
}
