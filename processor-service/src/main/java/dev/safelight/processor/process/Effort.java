package dev.safelight.processor.process;

import java.time.Duration;

/**
 * What an image cost an engine.
 *
 * @param decoding time until its pixels were there; lazy engines count what they decode on demand
 *     as encoding
 * @param encoding time from then until every variant was encoded
 */
public record Effort(Duration decoding, Duration encoding) {}
