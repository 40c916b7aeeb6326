package dev.safelight.metadata.item;

import org.jspecify.annotations.Nullable;

/**
 * Which items to list: those of an account and those that are open to everyone.
 *
 * @param subject the account
 * @param kind only these; null for any
 * @param after only those with a greater id, for the next page; null for the first page
 */
public record ItemListing(String subject, @Nullable String kind, @Nullable String after) {}
