package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Pictures;
import dev.safelight.metadata.catalog.ServedPicture;
import dev.safelight.metadata.web.ByteRange.Part;
import dev.safelight.metadata.web.ByteRange.Parts;
import dev.safelight.metadata.web.ByteRange.Unsatisfiable;
import dev.safelight.metadata.web.ByteRange.Whole;
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

/**
 * Sends a picture, or the parts of it that are asked for, or word that the client has it, or where
 * the store has it.
 */
@Component
class PictureDelivery {

  private final Pictures pictures;
  private final DeliveryProperties settings;

  PictureDelivery(Pictures pictures, DeliveryProperties settings) {
    this.pictures = pictures;
    this.settings = settings;
  }

  /** Preconditions come before ranges (RFC 9110, section 13.2.2). */
  Mono<Void> deliver(ServedPicture picture, PictureTerms terms, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var response = exchange.getResponse();
    var headers = PictureHeaders.of(picture, terms);
    return switch (condition(request, picture)) {
      case FAILED -> Mono.error(PictureProblems.preconditionFailed());
      case NOT_MODIFIED -> complete(HttpStatus.NOT_MODIFIED, headers, response);
      case MET -> {
        headers.putAll(PictureHeaders.ofContent(picture, terms));
        yield answer(picture, terms, headers, exchange);
      }
    };
  }

  /** An address of the store is good for GET alone, so HEAD is never sent there. */
  private Mono<Void> answer(
      ServedPicture picture, PictureTerms terms, HttpHeaders headers, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return describe(picture, headers, response);
    }
    if (settings.mode() == DeliveryProperties.Mode.REDIRECT) {
      return complete(HttpStatus.FOUND, elsewhere(picture, terms, headers), response);
    }
    return send(picture, RangeRequests.of(exchange.getRequest(), picture), headers, response);
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

  /** The address is for this client now: nobody is to keep it. */
  private HttpHeaders elsewhere(ServedPicture picture, PictureTerms terms, HttpHeaders headers) {
    var there = new HttpHeaders();
    there.setLocation(
        pictures.address(
            picture.variant(),
            PictureHeaders.disposition(picture, terms),
            settings.redirectValidity()));
    there.setCacheControl("private, no-store");
    there.setVary(headers.getVary());
    return there;
  }

  private Mono<Void> send(
      ServedPicture picture, ByteRange range, HttpHeaders headers, ServerHttpResponse response) {
    var size = picture.variant().size();
    return switch (range) {
      case Whole() -> {
        headers.setContentLength(size);
        yield open(picture, new Part(0, size - 1))
            .flatMap(bytes -> write(HttpStatus.OK, headers, bytes, response));
      }
      case Part part -> {
        headers.setContentLength(part.length());
        headers.set(
            HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + '-' + part.last() + '/' + size);
        yield open(picture, part)
            .flatMap(bytes -> write(HttpStatus.PARTIAL_CONTENT, headers, bytes, response));
      }
      case Parts(var several) ->
          send(
              picture,
              new PictureParts(several, picture.variant().mimeType(), size),
              headers,
              response);
      case Unsatisfiable() -> Mono.error(PictureProblems.unsatisfiable(size));
    };
  }

  private Mono<Void> send(
      ServedPicture picture, PictureParts parts, HttpHeaders headers, ServerHttpResponse response) {
    headers.set(HttpHeaders.CONTENT_TYPE, parts.contentType());
    headers.setContentLength(parts.length());
    return parts
        .body(part -> open(picture, part))
        .flatMap(bytes -> write(HttpStatus.PARTIAL_CONTENT, headers, bytes, response));
  }

  private Mono<Flux<ByteBuffer>> open(ServedPicture picture, Part part) {
    return pictures.open(picture.variant(), part.first(), part.last());
  }

  /** Nothing is answered before the store has: a picture that can't be read is a problem. */
  private static Mono<Void> write(
      HttpStatus status, HttpHeaders headers, Flux<ByteBuffer> bytes, ServerHttpResponse response) {
    response.setStatusCode(status);
    response.getHeaders().putAll(headers);
    return response.writeWith(bytes.map(response.bufferFactory()::wrap));
  }
}
