package dev.safelight.metadata.replay;

import dev.safelight.metadata.catalog.ImageRecord;
import java.time.Instant;
import java.util.UUID;

/**
 * An image that goes through the pipeline once more.
 *
 * @param id identity; what follows from it derives its identity from here
 * @param image as it is
 * @param purpose what for
 * @param at when it was asked for
 */
public record Replay(UUID id, ImageRecord image, Purpose purpose, Instant at) {}
