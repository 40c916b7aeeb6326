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
  private final IdempotentRequests requests;
  private final UploadDesk desk;

  UploadController(FormReader forms, IdempotentRequests requests, UploadDesk desk) {
    this.forms = forms;
    this.requests = requests;
    this.desk = desk;
  }

  /** Takes one or several images, in any form of body that we know. */
  @PostMapping(
      path = "/api/images",
      consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_JSON_VALUE, "image/*"})
  Mono<ResponseEntity<Object>> upload(Caller caller, ServerHttpRequest request) {
    var key = IdempotencyKey.of(request.getHeaders());
    return forms.read(
        request,
        form ->
            requests.once(
                caller,
                key,
                () -> fingerprint(request, form),
                ids -> desk.take(caller, request, form, ids)));
  }

  private static Fingerprint fingerprint(ServerHttpRequest request, ReceivedForm form) {
    return new Fingerprint("upload").add(DuplicatePreference.of(request).name()).add(form);
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
