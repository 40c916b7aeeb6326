package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Every index of the images, with the query it is for. By them a list of an account goes on from
 * any position in any order, one of everybody in any but that of items, and one of an item in its
 * own and by time. Other filters are tried on what these find. An index is read in both directions.
 */
final class ImageIndexes {

  /** {@code GET /api/images}, {@code uploadedAfter}, {@code uploadedBefore}. */
  private static final Bson NEWEST_OF_OWNER =
      compoundIndex(ascending(Fields.OWNER), descending(Fields.UPLOADED_AT, Fields.ID));

  /** {@code GET /api/images?sort=size}. */
  private static final Bson SIZES_OF_OWNER =
      ascending(Fields.OWNER, Fields.ORIGINAL_SIZE, Fields.ID);

  /** {@code GET /api/images?sort=originalName}. */
  private static final Bson NAMES_OF_OWNER = ascending(Fields.OWNER, SearchFields.NAME, Fields.ID);

  /** {@code GET /api/images?sort=order}. */
  private static final Bson ORDER_OF_OWNER = ascending(Fields.OWNER, Fields.ORDER, Fields.ID);

  /** {@code GET /api/images?status=}: what is not ready, among very many that are. */
  private static final Bson STATUS_OF_OWNER =
      compoundIndex(
          ascending(Fields.OWNER, Fields.RANK), descending(Fields.UPLOADED_AT, Fields.ID));

  /** {@code GET /api/images?tags=} and {@code anyTag=}. */
  private static final Bson TAGS_OF_OWNER =
      compoundIndex(
          ascending(Fields.OWNER, SearchFields.TAGS), descending(Fields.UPLOADED_AT, Fields.ID));

  /** {@code GET /api/images?q=}. */
  private static final Bson WORDS_OF_OWNER = ascending(Fields.OWNER, SearchFields.WORDS);

  /** {@code GET /api/images/{id}/similar}. */
  private static final Bson BANDS_OF_OWNER = ascending(Fields.OWNER, SearchFields.BANDS);

  /** {@code GET /api/items/{id}/images}; counts and detaches the images of an item. */
  private static final Bson ORDER_OF_ITEM = ascending(Fields.ITEM, Fields.ORDER, Fields.ID);

  /** {@code GET /api/items/{id}/images/latest}. */
  private static final Bson NEWEST_OF_ITEM =
      compoundIndex(ascending(Fields.ITEM), descending(Fields.UPLOADED_AT, Fields.ID));

  /** {@code GET /api/images?visibility=public}. */
  private static final Bson NEWEST_OF_ALL =
      compoundIndex(
          ascending(Fields.EVERYONE, Fields.RANK), descending(Fields.UPLOADED_AT, Fields.ID));

  /** {@code GET /api/images?visibility=public&sort=size}. */
  private static final Bson SIZES_OF_ALL =
      ascending(Fields.EVERYONE, Fields.RANK, Fields.ORIGINAL_SIZE, Fields.ID);

  /** {@code GET /api/images?visibility=public&sort=originalName}. */
  private static final Bson NAMES_OF_ALL =
      ascending(Fields.EVERYONE, Fields.RANK, SearchFields.NAME, Fields.ID);

  /** {@code GET /api/images?visibility=public&tags=}. */
  private static final Bson TAGS_OF_ALL =
      compoundIndex(
          ascending(Fields.EVERYONE, SearchFields.TAGS), descending(Fields.UPLOADED_AT, Fields.ID));

  /** {@code GET /api/images?visibility=public&q=}. */
  private static final Bson WORDS_OF_ALL = ascending(Fields.EVERYONE, SearchFields.WORDS);

  /** {@code GET /api/events}: what changed since somebody listened. */
  private static final Bson CHANGES_OF_OWNER = ascending(Fields.OWNER, Fields.STORED_AT, Fields.ID);

  /** {@code GET /api/admin/moderation}, the oldest first. */
  private static final Bson HELD =
      ascending(Fields.ON_HOLD, Fields.DECIDED_AT, Fields.RANK, Fields.ID);

  /** What waits to be announced. */
  private static final IndexModel WAITING =
      new IndexModel(ascending(Fields.OUTBOX_EVENT), new IndexOptions().sparse(true));

  /** What is to be purged. */
  private static final IndexModel OVERDUE =
      new IndexModel(ascending(Fields.RESTORABLE_UNTIL), new IndexOptions().sparse(true));

  /** Where to look again after a purge. */
  private static final IndexModel TOMBSTONES =
      new IndexModel(ascending(Fields.LOOK_AT), new IndexOptions().sparse(true));

  /** What was written by older rules of what an image is found by. */
  private static final Bson LACKING = ascending(SearchFields.VERSION);

  /** All of them. */
  static final List<IndexModel> ALL =
      Stream.concat(
              Stream.of(
                      NEWEST_OF_OWNER,
                      SIZES_OF_OWNER,
                      NAMES_OF_OWNER,
                      ORDER_OF_OWNER,
                      STATUS_OF_OWNER,
                      TAGS_OF_OWNER,
                      WORDS_OF_OWNER,
                      BANDS_OF_OWNER,
                      ORDER_OF_ITEM,
                      NEWEST_OF_ITEM,
                      NEWEST_OF_ALL,
                      SIZES_OF_ALL,
                      NAMES_OF_ALL,
                      TAGS_OF_ALL,
                      WORDS_OF_ALL,
                      CHANGES_OF_OWNER,
                      HELD,
                      LACKING)
                  .map(IndexModel::new),
              Stream.of(WAITING, OVERDUE, TOMBSTONES))
          .toList();

  private ImageIndexes() {}
}
