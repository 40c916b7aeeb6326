package dev.safelight.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.Item.ItemLimits;
import dev.safelight.ingest.upload.SpooledFile.Checksums;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.recipe.ProcessingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What items and their kinds demand, and what becomes of items that are not known yet. */
class AdmissionTest {

  private static final Uploader OWNER = new Uploader("owner", false);
  private static final Uploader STRANGER = new Uploader("stranger", false);
  private static final Uploader ADMIN = new Uploader("admin", true);
  private static final ImageLimits GENERAL = new ImageLimits(10, 10, 100, 100, 100_000, 10_000);

  @TempDir Path folder;

  /** What each look at the items sees; the last one stays. */
  private final Deque<Optional<Item>> looks = new ArrayDeque<>(List.of(Optional.empty()));

  private final Items items =
      id ->
          Mono.fromSupplier(() -> looks.size() > 1 ? looks.poll() : looks.peek())
              .flatMap(Mono::justOrEmpty);

  @Test
  void withoutAnItemTheGeneralLimitsHold() throws IOException {
    assertThat(inspect(submission(null, OWNER, 9, 50)))
        .isEqualTo(
            new Inspection.Failed(
                new Refusal.TooSmall(
                    "The image is 9 × 50 pixels; at least 10 × 10 are needed. Send a larger picture.")));
    assertThat(inspect(submission(null, OWNER, 10, 10))).isInstanceOf(Inspection.Passed.class);
  }

  @Test
  void ofAllThatIsSaidTheStrictestHolds() throws IOException {
    known(item(true, "product", new ItemLimits(30, 5, 200, 60, null)));

    assertThat(refusal(submission("shoe", OWNER, 29, 50))).contains("at least 30 × 40");
    assertThat(refusal(submission("shoe", OWNER, 30, 39))).contains("at least 30 × 40");
    assertThat(refusal(submission("shoe", OWNER, 101, 50))).contains("at most 100 × 60");
    assertThat(refusal(submission("shoe", OWNER, 50, 61))).contains("at most 100 × 60");
    assertThat(inspect(submission("shoe", OWNER, 30, 40))).isInstanceOf(Inspection.Passed.class);
    assertThat(inspect(submission("shoe", OWNER, 100, 60))).isInstanceOf(Inspection.Passed.class);
  }

  @Test
  void anotherKindDemandsNothing() throws IOException {
    known(item(true, "page", ItemLimits.NONE));

    assertThat(inspect(submission("shoe", OWNER, 10, 10))).isInstanceOf(Inspection.Passed.class);
  }

  @Test
  void anItemMayTakeSmallerFilesOnly() throws IOException {
    known(item(true, "page", new ItemLimits(null, null, null, null, 40L)));
    var submission = submission("shoe", OWNER, 50, 50);

    assertThat(inspect(submission))
        .isEqualTo(new Inspection.Failed(new Refusal.TooLarge(40, submission.file().size())));
  }

  @Test
  void anItemThatIsKnownIsNotLookedForAgain() throws IOException {
    known(item(true, "page", ItemLimits.NONE));
    var submission = submission("shoe", OWNER, 50, 50);
    var passed = (Inspection.Passed) inspect(submission);
    looks.clear();
    looks.add(Optional.empty());

    assertThat(objection(submission, passed)).isEmpty();
  }

  @Test
  void anItemThatComesALittleLaterIsWaitedForAndThenObeyed() throws IOException {
    var submission = submission("shoe", OWNER, 15, 50);
    var passed = (Inspection.Passed) inspect(submission);
    looks.clear();
    looks.add(Optional.empty());
    looks.add(Optional.empty());
    looks.add(Optional.of(item(false, "product", ItemLimits.NONE)));

    assertThat(objection(submission, passed)).containsInstanceOf(Refusal.TooSmall.class);
    assertThat(objection(submission("shoe", OWNER, 50, 50), passed)).isEmpty();
  }

  @Test
  void whatIsNotThereAndWhatIsNotTheirsIsTheSameAndTakesAsLong() throws IOException {
    var submission = submission("shoe", STRANGER, 50, 50);
    var passed = (Inspection.Passed) inspect(submission);

    waitsAndRefuses(submission, passed);
    known(item(false, "product", new ItemLimits(99, 99, null, null, null)));
    assertThat(inspect(submission)).isEqualTo(new Inspection.Passed(passed.header(), null));
    waitsAndRefuses(submission, passed);
  }

  @Test
  void administratorsMayAddToAnyItem() throws IOException {
    known(item(false, "page", ItemLimits.NONE));
    var submission = submission("shoe", ADMIN, 50, 50);

    assertThat(objection(submission, (Inspection.Passed) inspect(submission))).isEmpty();
  }

  private void waitsAndRefuses(Submission submission, Inspection.Passed passed) {
    StepVerifier.withVirtualTime(
            () -> admission(Duration.ofSeconds(2)).objection(submission, passed))
        .expectSubscription()
        .expectNoEvent(Duration.ofMillis(1999))
        .thenAwait(Duration.ofMillis(1))
        .expectNext(Optional.of(new Refusal.UnknownItem("shoe")))
        .verifyComplete();
  }

  private void known(Item item) {
    looks.clear();
    looks.add(Optional.of(item));
  }

  private static Item item(boolean open, String kind, ItemLimits limits) {
    return new Item("shoe", "owner", open, kind, limits);
  }

  private String refusal(Submission submission) {
    return switch (((Inspection.Failed) inspect(submission)).refusal()) {
      case Refusal.Dimensions(var reason) -> reason;
      case Refusal.TooSmall(var reason) -> reason;
      default -> "";
    };
  }

  private Inspection inspect(Submission submission) {
    return admission(Duration.ZERO).inspect(submission).blockOptional().orElseThrow();
  }

  private Optional<Refusal> objection(Submission submission, Inspection.Passed passed) {
    return admission(Duration.ofSeconds(5))
        .objection(submission, passed)
        .blockOptional()
        .orElseThrow();
  }

  private Admission admission(Duration settle) {
    var kinds = Map.of("product", new ItemLimits(20, 40, null, null, null));
    return new Admission(new AdmissionRules(GENERAL, kinds, settle), items);
  }

  private Submission submission(@Nullable String itemId, Uploader uploader, int width, int height)
      throws IOException {
    var content = Pictures.pngThatClaims(width, height);
    var path = Files.write(folder.resolve("upload-" + width + '-' + height), content);
    var file =
        new SpooledFile(path, new FileClaim("a.png", null), content.length, new Checksums("", ""));
    return new Submission(UUID.randomUUID(), uploader, file, fields(itemId), OnDuplicate.KEEP);
  }

  private static ImageFields fields(@Nullable String itemId) {
    return new ImageFields(
        itemId,
        false,
        0,
        null,
        null,
        List.of(),
        "{}",
        Visibility.PRIVATE,
        List.of(),
        ProcessingRequest.NONE);
  }
}
