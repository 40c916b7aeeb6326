package dev.safelight.ingest.web;

import dev.safelight.webapi.Caller;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/images}. */
@RestController
class UploadController {

  private final FormReader forms;
  private final UploadDesk desk;

  UploadController(FormReader forms, UploadDesk desk) {
    this.forms = forms;
    this.desk = desk;
  }

  /** Takes one or several images, in any form of body that we know. */
  @PostMapping(
      path = "/api/images",
      consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_JSON_VALUE, "image/*"})
  Mono<ResponseEntity<Object>> upload(Caller caller, ServerHttpRequest request) {
    return forms.read(request, form -> desk.take(caller, request, form));
  }

  /** Says which form of body to use. */
  @PostMapping("/api/images")
  Mono<ResponseEntity<Object>> otherBody(ServerHttpRequest request) {
    var type = request.getHeaders().getContentType();
    return Mono.error(
        UploadProblems.unsupportedBody(
            Objects.requireNonNullElse(type, MediaType.APPLICATION_OCTET_STREAM)));
  }
}
