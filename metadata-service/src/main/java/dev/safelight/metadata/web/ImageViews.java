package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.catalog.Shot;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.metadata.catalog.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON. */
@Component
class ImageViews {

  private final JsonMapper json;
  private final PictureUrls addresses;

  ImageViews(JsonMapper json, PictureUrls addresses) {
    this.json = json;
    this.addresses = addresses;
  }

  /**
   * The image as {@code viewer} sees it: whom it is shared with is for those who manage it.
   *
   * @param primary whether it stands for its item
   */
  ImageJson of(ImageRecord image, Viewer viewer, boolean primary) {
    var upload = image.upload();
    var original = upload.original();
    var details = image.details();
    var description = details.description();
    var developed = Optional.ofNullable(image.state().development());
    var shown = Optional.ofNullable(image.shown());
    var urls = shown.map(it -> addresses.of(image, it, viewer));
    var looks = shown.map(Development::appearance);
    var shot = shown.map(Development::shot);
    return new ImageJson(
        image.id().toString(),
        image.isDeleted() ? "deleted" : image.status().label(),
        upload.owner(),
        details.placement().itemId(),
        primary,
        details.placement().order(),
        original.name(),
        original.mimeType(),
        original.size(),
        size(developed.map(Development::dimensions).orElse(original.dimensions())),
        description.altText(),
        description.caption(),
        description.tags(),
        metadata(description.metadata()),
        details.audience().everyone() ? "public" : "private",
        image.managedBy(viewer) ? details.audience().sharedWith() : List.of(),
        new ImageJson.Digests(original.checksums().md5(), original.checksums().sha256()),
        urls.map(ImageUrls::preferred).orElse(null),
        urls.map(ImageUrls::expiresAt).orElse(null),
        urls.map(ImageViews::pictures).orElse(Map.of()),
        urls.map(ImageUrls::srcset).orElse(null),
        looks.map(Appearance::thumbHash).map(Placeholders::dataUrl).orElse(null),
        looks.flatMap(Appearance::dominantColor).orElse(null),
        looks.map(Appearance::dominantColors).orElse(List.of()),
        looks.map(Appearance::averageColor).orElse(null),
        looks.map(Appearance::perceptualHash).orElse(null),
        looks.map(Appearance::hasAlpha).orElse(null),
        looks.map(Appearance::frames).orElse(null),
        shot.map(Shot::takenAt).orElse(null),
        shot.map(Shot::camera).orElse(null),
        shot.map(Shot::lens).orElse(null),
        refusal(image.rejection()),
        image.history().version(),
        upload.at(),
        developed.map(Development::at).orElse(null),
        image.history().updatedAt(),
        image.state().deletion() == null ? null : image.state().deletion().at());
  }

  private static Map<String, ImageJson.Picture> pictures(ImageUrls urls) {
    var pictures = new LinkedHashMap<String, ImageJson.Picture>();
    for (var variant : urls.development().variants()) {
      pictures.put(variant.name(), picture(variant, urls.of(variant)));
    }
    return pictures;
  }

  private static ImageJson.Picture picture(Variant variant, String url) {
    var dimensions = variant.dimensions();
    return new ImageJson.Picture(
        url, dimensions.width(), dimensions.height(), variant.size(), variant.mimeType());
  }

  private static ImageJson.Size size(Dimensions dimensions) {
    return new ImageJson.Size(dimensions.width(), dimensions.height(), dimensions.aspectRatio());
  }

  private static ImageJson.@Nullable Refusal refusal(@Nullable Rejection rejection) {
    return rejection == null
        ? null
        : new ImageJson.Refusal(
            rejection.reason(), rejection.detail(), rejection.stage(), rejection.at());
  }

  /**
   * It was checked when it was accepted; should it be broken after all, the rest is still shown.
   */
  private JsonNode metadata(String text) {
    try {
      var parsed = json.readTree(text);
      return parsed.isObject() ? parsed : json.createObjectNode();
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }
}
