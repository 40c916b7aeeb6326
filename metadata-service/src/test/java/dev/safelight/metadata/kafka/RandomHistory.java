package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.event.Variant;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Standing;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.metadata.removal.Graveyard;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.metadata.removal.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;

/** Images and items to which happens whatever the dice say, all of it told on the topics. */
public final class RandomHistory {

  private static final Viewer OWNER = new Viewer(Samples.OWNER, false);
  private static final int ITEMS = 5;
  private static final int MOST_CHANGES = 8;

  private final EventPublisher publisher;
  private final Catalog catalog;
  private final ItemService items;
  private final Graveyard graveyard;
  private final long seed;
  private final Random dice;
  private final Map<String, Integer> facts = new TreeMap<>();
  private final List<String> purged = new ArrayList<>();
  private Instant now = Samples.START;

  /** The same {@code seed} gives the same history, but for the ids. */
  public RandomHistory(
      EventPublisher publisher,
      Catalog catalog,
      ItemService items,
      Graveyard graveyard,
      long seed) {
    this.publisher = publisher;
    this.catalog = catalog;
    this.items = items;
    this.graveyard = graveyard;
    this.seed = seed;
    this.dice = new Random(seed);
  }

  /** Has it happen to so many images. */
  public void happen(int images) {
    for (int item = 0; item < ITEMS; item++) {
      items.create(itemId(item), Samples.OWNER, itemDetails()).block();
    }
    for (int image = 0; image < images; image++) {
      live(Samples.idMadeAt(Samples.START.plusSeconds(image)));
    }
    for (int turn = 0; turn < ITEMS; turn++) {
      items.change(itemId(dice.nextInt(ITEMS)), OWNER, itemDetails(), any -> true).block();
    }
  }

  /** Has some of the images purged, once all is heard that the pipeline told of them. */
  public void purge(int images) {
    var doomed = facts.keySet().stream().limit(images).toList();
    facts.keySet().removeAll(doomed);
    purged.addAll(doomed);
    doomed.stream().map(UUID::fromString).forEach(this::purge);
  }

  /** Has a classifier tell something that is older than what was decided of each image. */
  public void contradict() {
    facts.keySet().stream()
        .map(id -> catalog.find(UUID.fromString(id)).blockOptional().orElseThrow())
        .filter(image -> image.state().moderation().decision() != null)
        .forEach(image -> publisher.publish(outdated(image)));
  }

  private static ImageModerated outdated(ImageRecord image) {
    var decision = Objects.requireNonNull(image.state().moderation().decision());
    return ImageModerated.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(image.id())
        .setOccurredAt(decision.at().minusMillis(1))
        .setApproved(!decision.approved())
        .setDecidedBy("classifier")
        .build();
  }

  private void purge(UUID id) {
    var image = catalog.find(id).blockOptional().orElseThrow();
    var cause = image.changedBy(Samples.OWNER, tick());
    catalog.commit(new ImageChange.Deleted(cause, 77, cause.at())).block();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> buried((Task.Purge) graveyard.claim(id, now).block()));
  }

  private boolean buried(Task.Purge purge) {
    return Boolean.TRUE.equals(
        graveyard.bury(purge, Removed.NOTHING, now.plus(Duration.ofDays(999))).block());
  }

  /** How many facts the pipeline told of each image that is there. */
  public Map<String, Integer> facts() {
    return facts;
  }

  /** The images that are gone for good. */
  public List<String> purged() {
    return purged;
  }

  @Override
  public String toString() {
    return "history of seed " + seed;
  }

  private void live(UUID id) {
    var told = new ArrayList<SpecificRecord>(List.of(uploaded(id), cleared(id)));
    told.add(dice.nextInt(5) == 0 ? rejected(id) : processed(id));
    facts.put(id.toString(), told.size());
    told.add(told.get(dice.nextInt(told.size())));
    Collections.shuffle(told, dice);
    told.forEach(publisher::publish);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> catalog.find(id).blockOptional().isPresent());
    for (int change = dice.nextInt(MOST_CHANGES); change > 0; change--) {
      catalog.commit(change(catalog.find(id).blockOptional().orElseThrow())).block();
    }
  }

  private ImageChange change(ImageRecord image) {
    var cause = image.changedBy(Samples.OWNER, tick());
    var size = image.upload().original().size();
    return switch (dice.nextInt(4)) {
      case 0 ->
          image.isDeleted()
              ? new ImageChange.Restored(cause, size)
              : new ImageChange.Deleted(cause, size, now.plus(Duration.ofDays(30)));
      case 1 ->
          new ImageChange.Moderated(
              cause, new Decision(dice.nextBoolean(), Samples.ADMIN, word(), cause.at()));
      default ->
          new ImageChange.Updated(
              cause,
              details(),
              new ImageChange.Curation(
                  new Standing(dice.nextBoolean(), dice.nextInt(9)),
                  dice.nextBoolean() ? now : null,
                  dice.nextBoolean()),
              List.of("caption"));
    };
  }

  private ImageDetails details() {
    return new ImageDetails(
        new Placement(dice.nextBoolean() ? itemId(dice.nextInt(ITEMS)) : null, dice.nextInt(9)),
        new Description(word(), word(), List.of(word(), word()), "{\"a\":" + dice.nextInt() + '}'),
        new Audience(dice.nextBoolean(), List.of(word())));
  }

  private ItemDetails itemDetails() {
    return new ItemDetails("product", word(), "{}", Demands.NONE, dice.nextBoolean());
  }

  private String itemId(int number) {
    return "item " + number + " of " + seed;
  }

  private String word() {
    return Integer.toString(dice.nextInt(36 * 36 * 36), 36);
  }

  private Instant tick() {
    now = now.plusMillis(1 + dice.nextInt(1000));
    return now;
  }

  private ImageUploaded uploaded(UUID id) {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(tick())
        .setOwner(Samples.OWNER)
        .setObjectKey("uploads/" + id)
        .setSizeBytes(dice.nextInt(9999))
        .setSha256("b".repeat(64))
        .setMd5("a".repeat(32))
        .setMimeType("image/jpeg")
        .setWidth(3000)
        .setHeight(2000)
        .setOriginalName(word() + ".jpg")
        .setItemId(itemId(dice.nextInt(ITEMS)))
        .setPrimary(dice.nextBoolean())
        .setTags(List.of(word()))
        .setCaption(word())
        .setVisibility(dice.nextBoolean() ? Visibility.PUBLIC : Visibility.PRIVATE)
        .build();
  }

  private ImageCleared cleared(UUID id) {
    return ImageCleared.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(tick())
        .setObjectKey("uploads/" + id)
        .setSizeBytes(4711)
        .setSha256("b".repeat(64))
        .setMimeType("image/jpeg")
        .setEngine("ClamAV")
        .setSignatureVersion("1")
        .build();
  }

  private ImageRejected rejected(UUID id) {
    return ImageRejected.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(tick())
        .setObjectKey("uploads/" + id)
        .setStage(RejectionStage.PROCESS)
        .setReason(RejectionReason.TOO_MANY_PIXELS)
        .setDetail("It has too many pixels.")
        .build();
  }

  private ImageProcessed processed(UUID id) {
    var large =
        new Variant("large", id + "/large-r1.jpg", "image/jpeg", 1200, 800, 9L, "c".repeat(64));
    return ImageProcessed.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(tick())
        .setObjectKey("uploads/" + id)
        .setSha256("b".repeat(64))
        .setWidth(3000)
        .setHeight(2000)
        .setRecipe("r1")
        .setEngine("test")
        .setPerceptualHash("%016x".formatted(dice.nextLong()))
        .setVariants(List.of(large))
        .build();
  }
}
