package dev.safelight.ingest.catalog;

import dev.safelight.ingest.upload.Catalog;
import dev.safelight.ingest.upload.Fate;
import dev.safelight.ingest.upload.UploadUnavailableException;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks metadata-service over HTTP. */
@Component
class HttpCatalog implements Catalog {

  private static final Logger log = LoggerFactory.getLogger(HttpCatalog.class);

  /** Of an image that will not be shown again, though its owner may still ask for the record. */
  private static final Set<String> GONE = Set.of("rejected", "failed", "deleted", "purged");

  private final WebClient http;
  private final JsonMapper json;
  private final Duration grace;

  HttpCatalog(ObservationRegistry observations, JsonMapper json, CatalogProperties settings) {
    this.http =
        WebClient.builder()
            .observationRegistry(observations)
            .baseUrl(settings.url().toString())
            .build();
    this.json = json;
    this.grace = settings.grace();
  }

  @Override
  public Mono<Fate> await(UUID imageId, Duration patience, String credentials) {
    return http.get()
        .uri("/api/images/{id}?wait={seconds}", imageId, patience.toSeconds())
        .header(HttpHeaders.AUTHORIZATION, credentials)
        .accept(MediaType.APPLICATION_JSON)
        .retrieve()
        .bodyToMono(String.class)
        .map(this::fate)
        .timeout(patience.plus(grace))
        .onErrorResume(failure -> unknown(imageId, failure));
  }

  @Override
  public Mono<String> find(UUID imageId, String credentials) {
    return http.get()
        .uri("/api/images/{id}", imageId)
        .header(HttpHeaders.AUTHORIZATION, credentials)
        .accept(MediaType.APPLICATION_JSON)
        .retrieve()
        .bodyToMono(String.class)
        .timeout(grace)
        .filter(this::isAlive)
        .onErrorResume(HttpCatalog::isHidden, hidden -> Mono.empty())
        .onErrorMap(e -> new UploadUnavailableException("The catalog can't be asked", e));
  }

  private boolean isAlive(String body) {
    return !GONE.contains(json.readTree(body).path("status").asString(""));
  }

  private static boolean isHidden(Throwable failure) {
    return failure instanceof WebClientResponseException answer
        && (answer.getStatusCode() == HttpStatus.NOT_FOUND
            || answer.getStatusCode() == HttpStatus.GONE);
  }

  private Fate fate(String body) {
    var image = json.readTree(body);
    return switch (image.path("status").asString("")) {
      case "ready" -> new Fate.Ready(body);
      case "rejected" -> rejected(image.path("rejection"));
      default -> new Fate.Undecided();
    };
  }

  private static Fate rejected(JsonNode rejection) {
    return new Fate.Rejected(
        rejection.path("reason").asString("unknown"),
        rejection.path("detail").asString("The image was rejected."));
  }

  /** The image is accepted all the same, so its uploader is not troubled with this. */
  private static Mono<Fate> unknown(UUID imageId, Throwable failure) {
    log.warn("The catalog could not be asked for {}: {}", imageId, failure.toString());
    return Mono.just(new Fate.Unknown());
  }
}
