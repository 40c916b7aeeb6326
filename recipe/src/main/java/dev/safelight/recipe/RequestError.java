package dev.safelight.recipe;

/**
 * What is wrong with a part of a request.
 *
 * @param path which part, such as {@code variants[0].fit}
 * @param message what to do about it: a sentence for people
 */
public record RequestError(String path, String message) {}
