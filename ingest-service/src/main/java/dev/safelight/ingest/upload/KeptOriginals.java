package dev.safelight.ingest.upload;

/**
 * Whose originals stay in quarantine although the pipeline is done with them, until their image is
 * purged.
 *
 * @param ready those of images that are ready, to be scanned and developed again
 * @param rejected those of images that were rejected, for analysis
 */
public record KeptOriginals(boolean ready, boolean rejected) {}
