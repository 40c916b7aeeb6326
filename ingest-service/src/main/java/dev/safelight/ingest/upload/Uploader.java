package dev.safelight.ingest.upload;

/**
 * Who sends something.
 *
 * @param subject opaque id of the account
 * @param admin whether it may attach images to the items of others
 */
public record Uploader(String subject, boolean admin) {}
