package dev.safelight.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.imageheader.ImageType;
import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.SpooledFile.Checksums;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class UploadServiceTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

  @TempDir Path folder;
  private final List<String> steps = new ArrayList<>();
  private Mono<Void> storing = Mono.empty();
  private Mono<Void> announcing = Mono.empty();
  private Mono<Item> shelf = Mono.empty();
  private ImageFields fields = ImageFields.NONE;
  private boolean spent;

  @Test
  void storesFirstAndAnnouncesSecond() throws IOException {
    var outcome = accept(Pictures.png());

    var image = ((Outcome.Accepted) outcome).image();
    assertThat(image.owner()).isEqualTo("user-1");
    assertThat(image.header().type()).isEqualTo(ImageType.PNG);
    assertThat(image.header().width()).isEqualTo(60);
    assertThat(image.objectKey()).isEqualTo("uploads/" + image.id());
    assertThat(image.uploadedAt()).isEqualTo("2026-11-21T10:00:00.123Z");
    assertThat(steps)
        .containsExactly("store " + image.objectKey() + " image/png", "announce " + image.id());
  }

  @Test
  void whatCouldNotBeStoredIsNotAnnounced() throws IOException {
    storing = Mono.error(() -> away("S3"));

    assertThat(accept(Pictures.png())).isEqualTo(new Outcome.Unavailable());
    assertThat(steps).hasSize(2);
    assertThat(steps.getFirst()).startsWith("store");
    assertThat(steps.getLast()).as("its room is given back").startsWith("release");
  }

  /** The event may have gone out all the same: the bytes it names must then be there. */
  @Test
  void whatCouldNotBeAnnouncedIsNotAcknowledgedAndNotRemoved() throws IOException {
    announcing = Mono.error(() -> away("Kafka"));

    assertThat(accept(Pictures.png())).isEqualTo(new Outcome.Unavailable());
    assertThat(steps)
        .hasSize(2)
        .noneMatch(step -> step.startsWith("remove") || step.startsWith("release"));
  }

  @Test
  void aDefectIsNotMistakenForAnOutage() {
    announcing = Mono.error(new IllegalArgumentException("a bug"));

    assertThatThrownBy(() -> accept(Pictures.png())).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', image/svg+xml",
    "'<?xml version=\"1.0\"?> <SVG/>', image/svg+xml",
    "<!DOCTYPE html><p>, text/html",
    "%PDF-1.7, application/pdf",
    "'....ftypheic....', image/heic",
    "'....ftypavif....', image/avif",
    "MZ, application/vnd.microsoft.portable-executable",
    "just words, text/plain",
  })
  void whatIsNoImageIsRefusedByItsContent(String content, String type) throws IOException {
    var refusal = (Refusal.UnsupportedType) refusal(content.getBytes(UTF_8));

    assertThat(refusal.receivedType()).isEqualTo(type);
    assertThat(refusal.allowedTypes())
        .containsExactly(
            "image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff");
    assertThat(steps).isEmpty();
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(refusal(new byte[0])).isEqualTo(new Refusal.Empty());
  }

  @Test
  void aCutOffImageIsRefused() throws IOException {
    assertThat(refusal(Pictures.cutOffPng())).isInstanceOf(Refusal.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({"101, 1", "1, 101", "100, 51", "50000, 50000"})
  void tooManyPixelsAreRefusedFromTheHeader(int width, int height) throws IOException {
    assertThat(refusal(Pictures.pngThatClaims(width, height)))
        .isInstanceOf(Refusal.Dimensions.class);
    assertThat(steps).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 50", "50, 100", "1, 1"})
  void exactlyTheLimitIsFine(int width, int height) throws IOException {
    assertThat(accept(Pictures.pngThatClaims(width, height))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whatIsForAnUnknownItemIsNotKeptAndItsRoomIsGivenBack() throws IOException {
    fields = belongingTo("unknown");

    assertThat(refusal(Pictures.png())).isEqualTo(new Refusal.UnknownItem("unknown"));
    assertThat(steps).singleElement().asString().startsWith("release");
  }

  @Test
  void anItemThatHadTooManyImagesTakesNoMoreAndNothingIsLeft() throws IOException {
    shelf = Mono.just(new Item("cup", "user-1", false, "", Item.ItemLimits.NONE));
    fields = belongingTo("cup");
    spent = true;

    assertThat(refusal(Pictures.png())).isInstanceOf(Refusal.RateLimited.class);
    assertThat(steps)
        .satisfiesExactly(
            step -> assertThat(step).isEqualTo("take ITEM cup"),
            step -> assertThat(step).startsWith("release"));
  }

  private static ImageFields belongingTo(String id) {
    var none = ImageFields.NONE;
    return new ImageFields(
        id,
        none.primary(),
        none.order(),
        none.altText(),
        none.caption(),
        none.tags(),
        none.metadata(),
        none.visibility(),
        none.sharedWith(),
        none.request());
  }

  private static UploadUnavailableException away(String what) {
    return new UploadUnavailableException(what + " is away", new IOException("refused"));
  }

  private Refusal refusal(byte[] content) throws IOException {
    return ((Outcome.Refused) accept(content)).refusal();
  }

  private Outcome accept(byte[] content) throws IOException {
    var path = Files.write(folder.resolve("upload"), content);
    var claim = new FileClaim("photo.png", "image/png");
    var file = new SpooledFile(path, claim, content.length, new Checksums("", ""));
    var service =
        new UploadService(
            new AdmissionRules(
                new ImageLimits(1, 1, 100, 100, 5000, 100_000), Map.of(), Duration.ZERO),
            new Shelves(),
            new Turnstile(),
            new Room(),
            new RecordingQuarantine(),
            image -> step("announce " + image.id(), announcing),
            Clock.fixed(NOW, ZoneOffset.UTC));
    var submission =
        new Submission(
            service.newId(), new Uploader("user-1", false), file, fields, OnDuplicate.KEEP);
    return service.accept(submission).blockOptional().orElseThrow();
  }

  private Mono<Void> step(String step, Mono<Void> result) {
    return Mono.defer(
        () -> {
          steps.add(step);
          return result;
        });
  }

  private class RecordingQuarantine implements Quarantine {

    @Override
    public Mono<Void> store(String objectKey, Path file, String mimeType) {
      return step("store " + objectKey + ' ' + mimeType, storing);
    }

    @Override
    public Mono<Void> remove(String objectKey) {
      return step("remove " + objectKey, Mono.empty());
    }
  }

  private class Shelves implements Items {

    @Override
    public Mono<Item> find(String id) {
      return shelf;
    }
  }

  private class Turnstile implements Rates {

    @Override
    public Mono<RateDecision> take(RateScope scope, String subject) {
      var limit = new RateLimit(1, Duration.ofDays(1));
      return step("take " + scope + ' ' + subject, Mono.empty())
          .thenReturn(
              new RateDecision(scope, limit, !spent, 0, limit.window(), Duration.ofHours(1)));
    }

    @Override
    public Mono<RateDecision> look(RateScope scope, String subject) {
      return Mono.empty();
    }
  }

  private class Room implements Ledger {

    @Override
    public Mono<Reservation> reserve(UUID imageId, String owner, String sha256, long bytes) {
      return Mono.just(new Reservation.Granted());
    }

    @Override
    public Mono<Void> announced(UUID imageId) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> release(UUID imageId) {
      return step("release " + imageId, Mono.empty());
    }

    @Override
    public Mono<UUID> duplicateOf(String owner, String sha256) {
      return Mono.empty();
    }
  }
}
