package dev.safelight.metadata.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some images of a list; without a cursor they are the last.
 *
 * @param images in the order of the list
 * @param nextCursor where to go on
 * @param pagination only where a page was asked for by its number
 */
record ImageListJson(
    List<ImageJson> images,
    @Nullable String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination) {

  /**
   * Where a page is.
   *
   * @param total images there are, counted up to what can be reached by pages
   * @param pages of this limit there are
   */
  record Pagination(int page, int limit, long total, long pages) {}

  /** Near duplicates, nearest first. */
  record Alike(List<Lookalike> images) {}

  /**
   * A near duplicate.
   *
   * @param distance bits of the perceptual hashes that differ
   */
  record Lookalike(int distance, ImageJson image) {}
}
