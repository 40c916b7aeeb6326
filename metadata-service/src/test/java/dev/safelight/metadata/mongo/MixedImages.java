package dev.safelight.metadata.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Checksums;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChange.Curation;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Standing;
import dev.safelight.metadata.catalog.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Images of all kinds, by the events and changes that make such. */
final class MixedImages {

  /** Between those that were uploaded first and last. */
  static final Instant MIDDLE = Samples.START.plusSeconds(10);

  private static final List<String> PEOPLE =
      List.of(Samples.OWNER, Samples.FRIEND, Samples.STRANGER);

  private final MongoProjection projection;
  private final MongoCatalog catalog;
  private final Random random;

  MixedImages(MongoCollection<Document> images, Random random) {
    this.projection = new MongoProjection(images, HoldPolicy.NONE);
    this.catalog = new MongoCatalog(images);
    this.random = random;
  }

  /** Adds so many. */
  List<ImageRecord> fill(int count) {
    return Stream.generate(this::add).limit(count).toList();
  }

  void delete(ImageRecord image) {
    var cause = image.changedBy(image.upload().owner(), Samples.START.plusSeconds(9));
    catalog.commit(new ImageChange.Deleted(cause, 77, Samples.START.plusSeconds(99))).block();
  }

  private ImageRecord add() {
    var at = Samples.START.plusSeconds(random.nextInt(20));
    var id = Samples.idMadeAt(at);
    var upload = new Upload(one(PEOPLE), original(), "{}", at);
    apply(new ImageEvent.Uploaded(UUID.randomUUID(), id, upload, details(), false));
    develop(id);
    if (random.nextInt(3) == 0) {
      update(id);
    }
    if (random.nextInt(4) == 0) {
      judge(id);
    }
    if (random.nextInt(5) == 0) {
      delete(read(id));
    }
    return read(id);
  }

  private void develop(UUID id) {
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> apply(Samples.cleared(id));
      case 2 -> apply(Samples.rejected(id));
      default -> apply(Samples.processed(id));
    }
  }

  private void update(UUID id) {
    var image = read(id);
    var curation = new Curation(Standing.NONE, null, random.nextBoolean());
    var cause = image.changedBy(image.upload().owner(), Samples.START.plusSeconds(5));
    catalog.commit(new ImageChange.Updated(cause, details(), curation, List.of("tags"))).block();
  }

  private void judge(UUID id) {
    var cause = read(id).changedBy(Samples.ADMIN, Samples.START.plusSeconds(6));
    var decision = new Decision(random.nextBoolean(), Samples.ADMIN, null, cause.at());
    catalog.commit(new ImageChange.Moderated(cause, decision)).block();
  }

  private Original original() {
    return new Original(
        one(Arrays.asList(null, "Holiday 1.jpg", "holiday 1.JPG", "Été.png", "zebra.gif")),
        one(List.of("image/png", "image/jpeg")),
        1 + random.nextInt(5),
        new Dimensions(800, 1200),
        new Checksums("a".repeat(32), "b".repeat(64)));
  }

  private ImageDetails details() {
    return new ImageDetails(
        new Placement(one(Arrays.asList(null, "item-1", "item-2")), random.nextInt(3)),
        new Description(
            one(Arrays.asList(null, "L'été à la plage", "Une plage.*")),
            one(Arrays.asList(null, "Holidays", "^pla")),
            some(List.of("beach", "SEA", "São Paulo")),
            "{}"),
        new Audience(random.nextBoolean(), some(PEOPLE)));
  }

  private ImageRecord read(UUID id) {
    return catalog.find(id).block();
  }

  private void apply(ImageEvent event) {
    projection.apply(event).block();
  }

  private <T extends @Nullable Object> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> List<T> some(List<T> all) {
    var some = new ArrayList<>(all);
    some.removeIf(each -> random.nextBoolean());
    return some;
  }
}
