package dev.safelight.storage;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/**
 * An object that is being read.
 *
 * @param contentLength bytes that {@code content} gives: of the range, where one was asked for
 * @param content the bytes, to be subscribed to once; cancelling it closes the connection
 */
public record StoredObject(long contentLength, Flux<ByteBuffer> content) {}
