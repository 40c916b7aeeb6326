package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChange;
import dev.safelight.metadata.item.ItemDetails;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Items as documents, and as entries of their outboxes. */
final class ItemDocuments {

  private ItemDocuments() {}

  /** All but the id and the outbox. */
  static Document write(Item item) {
    var details = item.details();
    var demands = details.demands();
    return new Document(ItemFields.OWNER, item.owner())
        .append(ItemFields.KIND, details.kind())
        .append(ItemFields.NAME, details.name())
        .append(ItemFields.METADATA, details.metadata())
        .append(ItemFields.MIN, write(demands.min()))
        .append(ItemFields.MAX, write(demands.max()))
        .append(ItemFields.MAX_SIZE, demands.maxSize())
        .append(ItemFields.OPEN, details.openToEveryone())
        .append(ItemFields.PRIMARY_IMAGE, text(choice(item, Item.Choice::imageId)))
        .append(ItemFields.PRIMARY_SINCE, choice(item, Item.Choice::since))
        .append(ItemFields.CREATED_AT, item.life().createdAt())
        .append(ItemFields.UPDATED_AT, item.life().updatedAt())
        .append(ItemFields.DELETED, item.life().deleted())
        .append(ItemFields.VERSION, item.version());
  }

  /** What is told of a version. */
  static Document announcement(Item item) {
    var change = item.change();
    return change == null ? write(item) : write(item).append(ItemFields.CHANGE, write(change));
  }

  static Item read(Document item) {
    return read(item.getString(ItemFields.ID), item);
  }

  static Item read(String id, Document item) {
    return new Item(
        id,
        item.getString(ItemFields.OWNER),
        details(item),
        choice(item),
        new Item.Life(
            item.getDate(ItemFields.CREATED_AT).toInstant(),
            item.getDate(ItemFields.UPDATED_AT).toInstant(),
            item.getBoolean(ItemFields.DELETED)),
        item.getLong(ItemFields.VERSION),
        change(item.get(ItemFields.CHANGE, Document.class)));
  }

  private static Item.@Nullable Choice choice(Document item) {
    var image = item.getString(ItemFields.PRIMARY_IMAGE);
    return image == null
        ? null
        : new Item.Choice(
            UUID.fromString(image), item.getDate(ItemFields.PRIMARY_SINCE).toInstant());
  }

  private static <T> @Nullable T choice(Item item, Function<Item.Choice, T> part) {
    return Optional.ofNullable(item.primary()).map(part).orElse(null);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static Document write(ItemChange change) {
    return new Document("kind", change.kind().name())
        .append("by", change.by())
        .append("members", change.members())
        .append("images", change.images().stream().map(UUID::toString).toList());
  }

  private static @Nullable ItemChange change(@Nullable Document change) {
    return change == null
        ? null
        : new ItemChange(
            ItemChange.Kind.valueOf(change.getString("kind")),
            change.getString("by"),
            change.getList("members", String.class),
            change.getList("images", String.class).stream().map(UUID::fromString).toList());
  }

  private static ItemDetails details(Document item) {
    return new ItemDetails(
        item.getString(ItemFields.KIND),
        item.getString(ItemFields.NAME),
        item.get(ItemFields.METADATA, "{}"),
        new Demands(
            dimensions(item.get(ItemFields.MIN, Document.class)),
            dimensions(item.get(ItemFields.MAX, Document.class)),
            item.getLong(ItemFields.MAX_SIZE)),
        item.getBoolean(ItemFields.OPEN));
  }

  private static @Nullable Document write(@Nullable Dimensions dimensions) {
    return dimensions == null
        ? null
        : new Document("width", dimensions.width()).append("height", dimensions.height());
  }

  private static @Nullable Dimensions dimensions(@Nullable Document dimensions) {
    return dimensions == null
        ? null
        : new Dimensions(dimensions.getInteger("width"), dimensions.getInteger("height"));
  }
}
