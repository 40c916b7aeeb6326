package dev.safelight.ingest.upload;

/**
 * What became of an item.
 *
 * @param item as it is now; where it is deleted, as it was
 * @param version counts the changes of the item; the highest is true
 * @param deleted whether it is gone
 */
public record ItemChange(Item item, long version, boolean deleted) {}
