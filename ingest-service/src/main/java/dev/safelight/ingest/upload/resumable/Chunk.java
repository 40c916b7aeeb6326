package dev.safelight.ingest.upload.resumable;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Bytes that continue an upload.
 *
 * @param declaredLength how many there are to be, or a negative number where nobody knows
 * @param digest what they are to digest to, if that was said
 * @param bytes they themselves, in memory of their own; may break off with any error
 */
public record Chunk(long declaredLength, @Nullable ChunkDigest digest, Flux<ByteBuffer> bytes) {

  /** No bytes at all. */
  public static final Chunk NONE = new Chunk(0, null, Flux.empty());
}
