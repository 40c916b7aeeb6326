package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Pictures;
import dev.safelight.metadata.catalog.ServedPicture;
import java.nio.ByteBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends a picture, or the part of it that is asked for, or word that the client has it. */
@Component
class PictureDelivery {

  private final Pictures pictures;

  PictureDelivery(Pictures pictures) {
    this.pictures = pictures;
  }

  /** Preconditions come before ranges (RFC 9110, section 13.2.2). */
  Mono<Void> deliver(ServedPicture picture, boolean negotiated, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var response = exchange.getResponse();
    var headers = PictureHeaders.of(picture, negotiated, request.getQueryParams().getFirst("v"));
    return switch (condition(request, picture)) {
      case FAILED -> Mono.error(PictureProblems.preconditionFailed());
      case NOT_MODIFIED -> complete(HttpStatus.NOT_MODIFIED, headers, response);
      case MET -> {
        headers.putAll(PictureHeaders.ofContent(picture));
        yield HttpMethod.HEAD.equals(request.getMethod())
            ? describe(picture, headers, response)
            : send(picture, RangeRequests.of(request, picture), headers, response);
      }
    };
  }

  private static Precondition condition(ServerHttpRequest request, ServedPicture picture) {
    return Precondition.of(
        request.getHeaders(), PictureHeaders.etag(picture), PictureHeaders.lastModified(picture));
  }

  private static Mono<Void> complete(
      HttpStatus status, HttpHeaders headers, ServerHttpResponse response) {
    response.setStatusCode(status);
    response.getHeaders().putAll(headers);
    return response.setComplete();
  }

  /** As for GET, but nothing is read from the store. */
  private static Mono<Void> describe(
      ServedPicture picture, HttpHeaders headers, ServerHttpResponse response) {
    headers.setContentLength(picture.variant().size());
    return complete(HttpStatus.OK, headers, response);
  }

  private Mono<Void> send(
      ServedPicture picture, ByteRange range, HttpHeaders headers, ServerHttpResponse response) {
    var size = picture.variant().size();
    return switch (range) {
      case ByteRange.Whole() -> {
        headers.setContentLength(size);
        yield open(picture, new ByteRange.Part(0, size - 1), HttpStatus.OK, headers, response);
      }
      case ByteRange.Part part -> {
        headers.setContentLength(part.length());
        headers.set(
            HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + '-' + part.last() + '/' + size);
        yield open(picture, part, HttpStatus.PARTIAL_CONTENT, headers, response);
      }
      case ByteRange.Unsatisfiable() -> Mono.error(PictureProblems.unsatisfiable(size));
    };
  }

  /** Nothing is answered before the store has: a picture that can't be read is a problem. */
  private Mono<Void> open(
      ServedPicture picture,
      ByteRange.Part part,
      HttpStatus status,
      HttpHeaders headers,
      ServerHttpResponse response) {
    return pictures
        .open(picture.variant(), part.first(), part.last())
        .flatMap(
            bytes -> {
              response.setStatusCode(status);
              response.getHeaders().putAll(headers);
              return write(bytes, response);
            });
  }

  private static Mono<Void> write(Flux<ByteBuffer> bytes, ServerHttpResponse response) {
    return response.writeWith(bytes.map(response.bufferFactory()::wrap));
  }
}
