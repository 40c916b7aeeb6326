package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.catalog.ImageRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Access logs of images as files, a page of entries at a time. */
@Component
class AccessFiles {

  private static final int PAGE = 500;

  private final AccessLog log;
  private final JsonMapper json;

  AccessFiles(AccessLog log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  /** All entries of an image as a JSON array; none where there are none. */
  Mono<ZipFile> of(ImageRecord image, String name) {
    return page(image.id(), null)
        .filter(first -> !first.isEmpty())
        .map(
            first ->
                new ZipFile(name, image.history().updatedAt(), true, content(image.id(), first)));
  }

  private Flux<ByteBuffer> content(UUID image, List<Access> first) {
    var entries =
        Flux.just(first)
            .expand(
                page ->
                    page.size() < PAGE
                        ? Mono.empty()
                        : page(image, AccessLog.Position.of(page.getLast())))
            .concatMapIterable(page -> page, 1)
            .index((index, entry) -> (index == 0 ? "[\n" : ",\n") + line(entry));
    return entries.concatWithValues("\n]\n").map(text -> ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private String line(Access entry) {
    return json.writeValueAsString(AccessJson.of(entry));
  }

  private Mono<List<Access>> page(UUID image, AccessLog.@Nullable Position last) {
    return log.list(image, last, PAGE).collectList();
  }
}
