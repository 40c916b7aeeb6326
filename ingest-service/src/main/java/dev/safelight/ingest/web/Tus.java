package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.resumable.Chunk;
import dev.safelight.ingest.upload.resumable.ChunkDigest;
import dev.safelight.webapi.ProblemException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;

/** The headers of the tus protocol, version 1.0.0. */
final class Tus {

  static final String VERSION = "1.0.0";
  static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
  static final String TUS_RESUMABLE = "Tus-Resumable";
  static final String TUS_VERSION = "Tus-Version";
  static final String TUS_EXTENSION = "Tus-Extension";
  static final String TUS_MAX_SIZE = "Tus-Max-Size";
  static final String TUS_CHECKSUM_ALGORITHM = "Tus-Checksum-Algorithm";
  static final String UPLOAD_OFFSET = "Upload-Offset";
  static final String UPLOAD_LENGTH = "Upload-Length";
  static final String UPLOAD_EXPIRES = "Upload-Expires";
  static final String UPLOAD_METADATA = "Upload-Metadata";

  private static final String UPLOAD_CHECKSUM = "Upload-Checksum";
  private static final String CHUNK_TYPE = "application/offset+octet-stream";
  private static final MediaType CHUNK = MediaType.valueOf(CHUNK_TYPE);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Tus() {}

  /** Refuses to speak any other version. */
  static void requireVersion(ServerHttpRequest request) {
    if (!VERSION.equals(request.getHeaders().getFirst(TUS_RESUMABLE))) {
      throw ProblemException.of(
              HttpStatus.PRECONDITION_FAILED,
              "tus-version",
              "Another version",
              "Send the header Tus-Resumable: 1.0.0; that is the version we speak.")
          .withHeader(TUS_VERSION, VERSION);
    }
  }

  /** The number in a header that has to be there. */
  static long number(ServerHttpRequest request, String header) {
    var text = request.getHeaders().getFirst(header);
    if (text == null || !NUMBER.matcher(text).matches()) {
      throw UploadProblems.malformed("Send a number of bytes in the header " + header + ".");
    }
    return Long.parseLong(text);
  }

  static boolean hasChunk(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() != 0
        && request.getHeaders().getContentType() != null;
  }

  /** The bytes of a request. */
  static Chunk chunk(ServerHttpRequest request, RequestProperties limits) {
    requireChunkType(request.getHeaders().getContentType());
    var guarded = new GuardedRequest(request, limits);
    return new Chunk(
        request.getHeaders().getContentLength(),
        digest(request.getHeaders().getFirst(UPLOAD_CHECKSUM)),
        Flux.defer(guarded::getBody).map(Pieces::bytes));
  }

  private static void requireChunkType(@Nullable MediaType type) {
    if (!CHUNK.equalsTypeAndSubtype(type)) {
      throw ProblemException.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "unsupported-type",
              "Unsupported type",
              "Send the bytes with the header Content-Type: " + CHUNK_TYPE + ".")
          .with("allowedTypes", List.of(CHUNK_TYPE))
          .with("receivedType", String.valueOf(type));
    }
  }

  private static @Nullable ChunkDigest digest(@Nullable String header) {
    if (header == null) {
      return null;
    }
    var parts = header.strip().split(" +", 2);
    try {
      return ChunkDigest.of(parts[0], Base64.getDecoder().decode(parts[parts.length - 1]))
          .orElseThrow(IllegalArgumentException::new);
    } catch (IllegalArgumentException e) {
      throw UploadProblems.malformed(
          "Send Upload-Checksum as an algorithm (one of %s) and the digest in base64."
              .formatted(ChunkDigest.NAMES));
    }
  }
}
