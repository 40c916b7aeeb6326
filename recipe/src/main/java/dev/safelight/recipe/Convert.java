package dev.safelight.recipe;

/**
 * Chooses what the file is.
 *
 * @param format how its format is chosen
 */
public record Convert(FormatChoice format) implements Step {}
