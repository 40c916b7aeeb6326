package dev.safelight.scanner.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who judged.
 *
 * @param name engine and its version, such as {@code ClamAV 1.4.6}
 * @param signatureVersion version of the signatures; {@code 0} when the engine names none
 * @param signaturesFrom when the signatures were made, if the engine says so
 */
public record Engine(String name, String signatureVersion, @Nullable Instant signaturesFrom) {}
