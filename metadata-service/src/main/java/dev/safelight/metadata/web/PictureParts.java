package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.safelight.metadata.web.ByteRange.Part;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several parts of a picture as one body: {@code multipart/byteranges} (RFC 9110, 14.6). */
class PictureParts {

  private final String boundary = UUID.randomUUID().toString();
  private final List<Part> parts;
  private final String mimeType;
  private final long size;

  PictureParts(List<Part> parts, String mimeType, long size) {
    this.parts = parts;
    this.mimeType = mimeType;
    this.size = size;
  }

  String contentType() {
    return "multipart/byteranges; boundary=" + boundary;
  }

  long length() {
    var heads = parts.stream().mapToLong(part -> head(part).length + part.length()).sum();
    return heads + end().length;
  }

  /**
   * The body, once the first part is open; the others are opened one after the other when it is
   * their turn.
   */
  Mono<Flux<ByteBuffer>> body(Function<Part, Mono<Flux<ByteBuffer>>> open) {
    var others = Flux.fromIterable(parts).skip(1);
    return open.apply(parts.getFirst())
        .map(
            first ->
                Flux.concat(
                    framed(parts.getFirst(), first),
                    others.concatMap(
                        part -> framed(part, open.apply(part).flatMapMany(it -> it)), 0),
                    Flux.just(ByteBuffer.wrap(end()))));
  }

  private Flux<ByteBuffer> framed(Part part, Flux<ByteBuffer> bytes) {
    return Flux.concat(Flux.just(ByteBuffer.wrap(head(part))), bytes);
  }

  private byte[] head(Part part) {
    return ("\r\n--"
            + boundary
            + "\r\nContent-Type: "
            + mimeType
            + "\r\nContent-Range: bytes "
            + part.first()
            + '-'
            + part.last()
            + '/'
            + size
            + "\r\n\r\n")
        .getBytes(US_ASCII);
  }

  private byte[] end() {
    return ("\r\n--" + boundary + "--\r\n").getBytes(US_ASCII);
  }
}
