package dev.safelight.metadata.web;

import java.nio.ByteBuffer;
import java.time.Instant;
import reactor.core.publisher.Flux;

/**
 * One file of an archive.
 *
 * @param name path in the archive, made of what we chose ourselves
 * @param modified time it is of
 * @param packed whether it is worth being compressed
 * @param content its bytes
 */
record ZipFile(String name, Instant modified, boolean packed, Flux<ByteBuffer> content) {

  /** One that is all there. */
  static ZipFile of(String name, Instant modified, byte[] content) {
    return new ZipFile(name, modified, true, Flux.just(ByteBuffer.wrap(content)));
  }
}
