package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import dev.safelight.metadata.search.Position;
import dev.safelight.metadata.search.Sorting;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The field that a list is sorted by, and where in it a page begins.
 *
 * <p>What comes after a position is asked for in two steps, the rest of those that are equal to it
 * and those that are not: as one question with an "or", an index would be read from its beginning.
 */
enum SortField {
  UPLOADED_AT(Fields.UPLOADED_AT),
  SIZE(Fields.ORIGINAL_SIZE),
  ORIGINAL_NAME(SearchFields.NAME),
  ORDER(Fields.ORDER);

  private final String path;

  SortField(String path) {
    this.path = path;
  }

  static SortField of(Sorting sorting) {
    return switch (sorting.by()) {
      case UPLOADED_AT -> UPLOADED_AT;
      case SIZE -> SIZE;
      case ORIGINAL_NAME -> ORIGINAL_NAME;
      case ORDER -> ORDER;
    };
  }

  Bson sort(boolean descending) {
    return descending ? Sorts.descending(path, Fields.ID) : Sorts.ascending(path, Fields.ID);
  }

  /** Where an image is that was read. */
  Position position(Document image) {
    var value = image.getEmbedded(List.of(path.split("\\.")), Object.class);
    return new Position(UUID.fromString(image.getString(Fields.ID)), text(value));
  }

  /** Conditions which, one after the other, find all that comes after a position. */
  List<Bson> steps(@Nullable Position after, boolean descending) {
    if (after == null) {
      return List.of(empty());
    }
    var value = value(after.value());
    var id = after.id().toString();
    var equal = and(eq(path, value), descending ? lt(Fields.ID, id) : gt(Fields.ID, id));
    return descending ? downwards(equal, value) : upwards(equal, value);
  }

  /** Nothing comes before null; and it is not compared with anything else. */
  private List<Bson> downwards(Bson equal, @Nullable Object value) {
    return value == null ? List.of(equal) : List.of(equal, lt(path, value), eq(path, null));
  }

  private List<Bson> upwards(Bson equal, @Nullable Object value) {
    return List.of(equal, value == null ? ne(path, null) : gt(path, value));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof Date date
        ? Long.toString(date.toInstant().toEpochMilli())
        : Objects.toString(value, null);
  }

  private @Nullable Object value(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (this) {
      case UPLOADED_AT -> Instant.ofEpochMilli(Long.parseLong(text));
      case SIZE -> Long.valueOf(text);
      case ORIGINAL_NAME -> text;
      case ORDER -> Integer.valueOf(text);
    };
  }
}
