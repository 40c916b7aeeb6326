package dev.safelight.ingest.mongo.ledger;

/**
 * Whose bytes an image is, and which.
 *
 * @param owner opaque id of the account
 * @param sha256 digest in lower-case hexadecimal
 * @param bytes how many they are
 */
record Content(String owner, String sha256, long bytes) {}
