package dev.safelight.metadata.web;

import dev.safelight.metadata.person.ExportService;
import dev.safelight.webapi.Caller;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives people all that is known of them. */
@RestController
class ExportController {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final ExportService exports;
  private final ExportFiles files;
  private final Clock clock = Clock.systemUTC();

  ExportController(ExportService exports, ExportFiles files) {
    this.exports = exports;
    this.files = files;
  }

  /** Everything as an archive that is made while it is read. */
  @GetMapping("/api/me/export")
  Mono<Void> export(
      Caller caller,
      @RequestParam MultiValueMap<String, String> parameters,
      ServerWebExchange exchange) {
    QueryReader.refuseAny(parameters);
    var response = exchange.getResponse();
    var now = clock.instant();
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      response.getHeaders().putAll(headers(now));
      return response.setComplete();
    }
    var archive = ZipArchive.of(files.of(caller.subject(), now));
    return exports
        .whileHeld(caller.subject(), send(archive, now, response))
        .onErrorMap(failure -> PersonRefusals.of(failure, caller));
  }

  private static Mono<Void> send(
      Flux<ByteBuffer> archive, Instant now, ServerHttpResponse response) {
    return Mono.defer(
        () -> {
          response.getHeaders().putAll(headers(now));
          return response.writeWith(archive.map(response.bufferFactory()::wrap));
        });
  }

  private static HttpHeaders headers(Instant now) {
    var name = "safelight-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".zip";
    var headers = new HttpHeaders();
    headers.setContentType(ZIP);
    headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
    headers.setCacheControl(CacheControl.noStore());
    return headers;
  }
}
