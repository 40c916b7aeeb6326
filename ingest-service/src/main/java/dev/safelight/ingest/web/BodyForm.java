package dev.safelight.ingest.web;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** One of the forms a body may have. All of them say the same: files and fields. */
interface BodyForm {

  /** Whether bodies of this type have it. */
  boolean has(MediaType type);

  /** Reads a body into an upload; done when all of it is there. */
  Mono<Void> read(ServerHttpRequest request, FormAssembler upload);
}
