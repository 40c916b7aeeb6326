package dev.safelight.metadata.catalog;

/**
 * Digests of an original, in lower-case hexadecimal.
 *
 * @param md5 for comparison with other systems, not for trust
 * @param sha256 what identifies the bytes
 */
public record Checksums(String md5, String sha256) {}
