package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Images to test with. */
public final class Samples {

  /** When everything began; to the millisecond, as the database keeps it. */
  public static final Instant START = Instant.parse("2026-11-21T10:15:30.123Z");

  public static final String OWNER = "user-owner";
  public static final String FRIEND = "user-friend";
  public static final String STRANGER = "user-stranger";
  public static final String ADMIN = "user-admin";
  public static final String RECIPE = "r3c1pe";

  private Samples() {}

  /** A UUIDv7 made at that moment. */
  public static UUID idMadeAt(Instant moment) {
    var random = ThreadLocalRandom.current();
    return new UUID(
        moment.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
        0x8000000000000000L | random.nextLong() >>> 2);
  }

  /** The id of an image that was uploaded at the start. */
  public static UUID id() {
    return idMadeAt(START);
  }

  public static ImageEvent.Uploaded uploaded(UUID id) {
    return uploaded(id, false);
  }

  public static ImageEvent.Uploaded uploaded(UUID id, boolean everyone) {
    return new ImageEvent.Uploaded(UUID.randomUUID(), id, upload(), details(everyone), true);
  }

  public static ImageEvent.Uploaded uploadedBy(String owner, UUID id) {
    var sample = uploaded(id);
    var upload = new Upload(owner, sample.upload().original(), "{}", sample.upload().at());
    return new ImageEvent.Uploaded(sample.eventId(), id, upload, sample.details(), false);
  }

  public static Upload upload() {
    return new Upload(
        OWNER,
        new Original(
            "holiday.png",
            "image/png",
            2_457_600,
            new Dimensions(800, 1200),
            new Checksums("a".repeat(32), "b".repeat(64))),
        "{\"variantSet\":\"web\"}",
        START);
  }

  public static ImageDetails details(boolean everyone) {
    return new ImageDetails(
        new Placement("prod_789", 4),
        new Description(
            "A beach", "Our beach", List.of("beach", "sea"), "{\"camera\":{\"iso\":100}}"),
        new Audience(everyone, List.of(FRIEND)));
  }

  public static ImageEvent.Cleared cleared(UUID id) {
    return new ImageEvent.Cleared(UUID.randomUUID(), id, START.plusSeconds(1), false);
  }

  public static ImageEvent.Cleared clearedAgain(UUID id) {
    return new ImageEvent.Cleared(UUID.randomUUID(), id, START.plusSeconds(90), true);
  }

  public static ImageEvent.Processed processed(UUID id) {
    return new ImageEvent.Processed(UUID.randomUUID(), id, development(id));
  }

  public static Development development(UUID id) {
    return new Development(
        new Dimensions(1200, 800),
        RECIPE,
        List.of(
            variant(id, "large", "image/png", 1200, 800, 90),
            variant(id, "medium", "image/png", 800, 533, 80),
            variant(id, "thumbnail", "image/png", 300, 200, 70),
            variant(id, "tiny", "image/png", 100, 67, 60),
            variant(id, "webp", "image/webp", 1200, 800, 50),
            variant(id, "original", "image/png", 1200, 800, 100)),
        new Appearance(
            3,
            true,
            "00ff00ff00ff00ff",
            "1QcSHQRnh493V4dIh4eXh1h4kJUI",
            "#6e7f80",
            List.of("#a0522d", "#ffffff")),
        new Shot("2026-08-01T12:00:00", "Fujifilm X100", "23 mm"),
        START.plusSeconds(2));
  }

  public static ImageEvent.Rejected rejected(UUID id) {
    return new ImageEvent.Rejected(UUID.randomUUID(), id, rejection());
  }

  public static Rejection rejection() {
    return new Rejection(
        "infected", "The file contains malware: Eicar.", "scan", START.plusSeconds(3));
  }

  public static Deletion deletion() {
    return new Deletion(START.plusSeconds(9), OWNER, START.plusSeconds(99));
  }

  /** The record as it is while it is pending. */
  public static ImageRecord pending() {
    return pending(false);
  }

  public static ImageRecord pending(boolean everyone) {
    return record(
        everyone, new ImageRecord.State(ImageStatus.PENDING, null, null, Moderation.NONE, null));
  }

  public static ImageRecord ready(boolean everyone) {
    return record(
        everyone,
        new ImageRecord.State(ImageStatus.READY, development(id()), null, Moderation.NONE, null));
  }

  /** Rejected although it was developed, as when the events of two runs cross. */
  public static ImageRecord rejected(boolean everyone) {
    return record(
        everyone,
        new ImageRecord.State(
            ImageStatus.REJECTED, development(id()), rejection(), Moderation.NONE, null));
  }

  public static ImageRecord deleted(boolean everyone) {
    return record(
        everyone,
        new ImageRecord.State(
            ImageStatus.READY, development(id()), null, Moderation.NONE, deletion()));
  }

  /** Ready, and waits for a moderator. */
  public static ImageRecord held(boolean everyone) {
    return record(
        everyone,
        new ImageRecord.State(
            ImageStatus.READY, development(id()), null, new Moderation(true, null), null));
  }

  /** That the owner deleted an image which nobody did anything to before. */
  public static ImageChange.Deleted deletion(UUID id) {
    return new ImageChange.Deleted(
        new ImageChange.Cause(UUID.randomUUID(), id, OWNER, OWNER, START.plusSeconds(9), 1),
        77,
        START.plusSeconds(99));
  }

  private static ImageRecord record(boolean everyone, ImageRecord.State state) {
    return new ImageRecord(
        id(), upload(), details(everyone), state, new ImageRecord.History(1, 0, START, null));
  }

  private static Variant variant(
      UUID id, String name, String mimeType, int width, int height, long size) {
    var key = id + "/" + name + '-' + RECIPE;
    return new Variant(name, key, mimeType, new Dimensions(width, height), size, sha256(name));
  }

  /** Not a real digest, but as long as one, and different for each variant. */
  private static String sha256(String name) {
    return String.format("%064x", name.hashCode() & 0xFFFFFFFFL);
  }
}
