package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Pictures;
import dev.safelight.metadata.catalog.PicturesUnavailableException;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.person.Possessions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is known of an account, as files. Folders are named by ids of ours, so that no two are
 * the same and none leads out of the archive, whatever a picture is called.
 */
@Component
class ExportFiles {

  private static final Logger log = LoggerFactory.getLogger(ExportFiles.class);

  private final Possessions possessions;
  private final Pictures pictures;
  private final ImageAnswers answers;
  private final AccessFiles accesses;
  private final JsonMapper json;

  ExportFiles(
      Possessions possessions,
      Pictures pictures,
      ImageAnswers answers,
      AccessFiles accesses,
      JsonMapper json) {
    this.possessions = possessions;
    this.pictures = pictures;
    this.answers = answers;
    this.accesses = accesses;
    this.json = json;
  }

  /** What the export is of. */
  record Account(String account, Instant exportedAt, String contents) {}

  Flux<ZipFile> of(String account, Instant now) {
    var viewer = new Viewer(account, false);
    return Flux.concat(
        Mono.fromSupplier(() -> account(account, now)),
        possessions.items(account).filter(item -> !item.life().deleted()).map(this::item),
        possessions.images(account).concatMap(image -> files(image, viewer), 1));
  }

  private ZipFile account(String account, Instant now) {
    var contents =
        "items: what your images belong to. images: a folder for each image, with its record, who "
            + "looked at it and, once it is ready, the picture in the best quality that is kept.";
    return file("account.json", now, new Account(account, now, contents));
  }

  private ZipFile item(Item item) {
    var name = UUID.nameUUIDFromBytes(item.id().getBytes(UTF_8)) + ".json";
    return file("items/" + name, item.life().updatedAt(), ItemJson.of(item));
  }

  private Flux<ZipFile> files(ImageRecord image, Viewer viewer) {
    var folder = "images/" + image.id() + '/';
    var record =
        answers
            .all(List.of(image), viewer)
            .map(
                views ->
                    file(folder + "image.json", image.history().updatedAt(), views.getFirst()));
    return Flux.concat(
        record,
        accesses.of(image, folder + "access-log.json"),
        Mono.justOrEmpty(best(image)).flatMap(variant -> picture(image, variant, folder)));
  }

  /** As for anybody, nothing that is not ready; what is deleted and may come back, though. */
  private static Optional<Variant> best(ImageRecord image) {
    return switch (image.status()) {
      case READY, HELD ->
          Optional.ofNullable(image.state().development()).flatMap(ExportFiles::best);
      case PENDING, CLEARED, REJECTED -> Optional.empty();
    };
  }

  private static Optional<Variant> best(Development development) {
    return development
        .variant("original")
        .or(() -> development.variants().stream().max(Comparator.comparingLong(Variant::size)));
  }

  /**
   * Opened before its entry is begun: what is missing is said instead, what is away is waited for.
   */
  private Mono<ZipFile> picture(ImageRecord image, Variant variant, String folder) {
    var name = FileNames.file(image.upload().original().name(), variant.mimeType());
    return pictures
        .open(variant, 0, variant.size() - 1)
        .map(bytes -> new ZipFile(folder + name, image.upload().at(), false, bytes))
        .onErrorResume(
            failure -> !(failure instanceof PicturesUnavailableException),
            failure -> Mono.just(missing(image, folder, failure)));
  }

  private static ZipFile missing(ImageRecord image, String folder, Throwable failure) {
    log.error("Image {} is exported without its picture", image.id(), failure);
    var text = "This picture could not be read. If the image is still there, tell the operator.\n";
    return ZipFile.of(folder + "picture-missing.txt", image.upload().at(), text.getBytes(UTF_8));
  }

  private ZipFile file(String name, Instant modified, Object content) {
    return ZipFile.of(
        name, modified, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
  }
}
