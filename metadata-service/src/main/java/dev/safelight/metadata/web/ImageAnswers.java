package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.edit.PrimaryImages;
import dev.safelight.metadata.search.ImageSearch;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers that are images. */
@Component
class ImageAnswers {

  private final PrimaryImages primaries;
  private final ImageViews views;

  ImageAnswers(PrimaryImages primaries, ImageViews views) {
    this.primaries = primaries;
    this.views = views;
  }

  /** One image, with the tag that changes of it need. */
  Mono<ResponseEntity<ImageJson>> one(ImageRecord image, Viewer viewer) {
    return all(List.of(image), viewer)
        .map(
            views ->
                ResponseEntity.ok()
                    .eTag(IfMatch.etag(image, views.getFirst().urlExpiresAt()))
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .varyBy(HttpHeaders.AUTHORIZATION)
                    .body(views.getFirst()));
  }

  /** Many images, in their order. */
  Mono<List<ImageJson>> all(List<ImageRecord> images, Viewer viewer) {
    return primaries
        .among(images)
        .map(
            primary ->
                images.stream()
                    .map(image -> views.of(image, viewer, primary.contains(image.id())))
                    .toList());
  }

  /** Near duplicates, in their order. */
  Mono<List<ImageListJson.Lookalike>> alike(List<ImageSearch.Alike> found, Viewer viewer) {
    return all(found.stream().map(ImageSearch.Alike::image).toList(), viewer)
        .map(
            views ->
                IntStream.range(0, found.size())
                    .mapToObj(
                        n -> new ImageListJson.Lookalike(found.get(n).distance(), views.get(n)))
                    .toList());
  }
}
