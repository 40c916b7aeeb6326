package dev.safelight.metadata.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.live.Change;
import dev.safelight.metadata.live.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/** The state of an image, as a server-sent event has it. Names nobody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveJson(
    String id,
    String status,
    @Nullable Long version,
    @Nullable Instant at,
    ImageJson.@Nullable Refusal rejection) {

  private static final String PURGED = "purged";
  private static final Duration RETRY = Duration.ofSeconds(3);

  static ServerSentEvent<LiveJson> event(Signal signal) {
    return switch (signal) {
      case Signal.Opened(var position) ->
          ServerSentEvent.<LiveJson>builder().id(position.text()).retry(RETRY).build();
      case Signal.Told(var name, var change) ->
          ServerSentEvent.builder(of(change)).id(change.position().text()).event(name).build();
      case Signal.Purged(var imageId) ->
          ServerSentEvent.builder(purged(imageId)).event(PURGED).build();
      case Signal.Beat() -> ServerSentEvent.<LiveJson>builder().comment("").build();
    };
  }

  private static LiveJson purged(UUID imageId) {
    return new LiveJson(imageId.toString(), PURGED, null, null, null);
  }

  private static LiveJson of(Change change) {
    var image = change.image();
    return new LiveJson(
        image.id().toString(),
        image.isDeleted() ? "deleted" : image.status().label(),
        image.history().version(),
        image.history().updatedAt(),
        refusal(image.rejection()));
  }

  private static ImageJson.@Nullable Refusal refusal(@Nullable Rejection rejection) {
    return rejection == null
        ? null
        : new ImageJson.Refusal(
            rejection.reason(), rejection.detail(), rejection.stage(), rejection.at());
  }
}
