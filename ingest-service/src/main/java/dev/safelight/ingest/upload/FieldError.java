package dev.safelight.ingest.upload;

/**
 * What is wrong with one field.
 *
 * @param field its name as the uploader gave it
 * @param message what to do about it, for people
 */
public record FieldError(String field, String message) {}
