package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Spool;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads uploads to the disk, holding a few pieces of each in memory at most. Whatever the form of
 * their body, the parameters of the query are fields, too.
 */
@Component
class FormReader {

  /** Parameters that say how to answer, and nothing about the image. */
  private static final Set<String> NO_FIELDS = Set.of(DuplicatePreference.PARAMETER);

  private final Spool spool;
  private final RequestProperties limits;
  private final BodyReader bodies;
  private final List<BodyForm> forms;

  FormReader(Spool spool, RequestProperties limits) {
    this.spool = spool;
    this.limits = limits;
    this.bodies = new BodyReader(limits);
    this.forms = List.of(new MultipartForm(limits), new JsonForm(limits), new RawForm());
  }

  /**
   * Reads the upload and lets {@code use} have it. Its files are deleted when that is done, fails
   * or is cancelled.
   */
  <T> Mono<T> read(ServerHttpRequest request, Function<ReceivedForm, Mono<T>> use) {
    return Mono.using(
        () -> new FormAssembler(spool, limits.maxFiles()),
        upload -> assembled(request, upload).flatMap(use),
        FormAssembler::close);
  }

  private Mono<ReceivedForm> assembled(ServerHttpRequest request, FormAssembler upload) {
    return bodies
        .read(request, guarded -> formOf(guarded).read(guarded, upload))
        .then(
            Mono.fromSupplier(
                () -> {
                  addQuery(request, upload);
                  return upload.finish();
                }));
  }

  private BodyForm formOf(ServerHttpRequest request) {
    var type =
        Objects.requireNonNullElse(
            request.getHeaders().getContentType(), MediaType.APPLICATION_OCTET_STREAM);
    return forms.stream()
        .filter(form -> form.has(type))
        .findFirst()
        .orElseThrow(() -> UploadProblems.unsupportedBody(type));
  }

  private static void addQuery(ServerHttpRequest request, FormAssembler upload) {
    request
        .getQueryParams()
        .forEach(
            (name, values) -> {
              if (!NO_FIELDS.contains(name)) {
                values.forEach(value -> upload.addQueryField(name, value));
              }
            });
  }
}
