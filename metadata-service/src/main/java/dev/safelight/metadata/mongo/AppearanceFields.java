package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Shot;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How an original looks and was taken, as parts of a document; documents of old have neither. */
final class AppearanceFields {

  private AppearanceFields() {}

  static Document write(Appearance appearance) {
    return new Document("frames", appearance.frames())
        .append("hasAlpha", appearance.hasAlpha())
        .append("perceptualHash", appearance.perceptualHash())
        .append("thumbHash", appearance.thumbHash())
        .append("averageColor", appearance.averageColor())
        .append("dominantColors", appearance.dominantColors());
  }

  static Appearance readAppearance(@Nullable Document appearance) {
    return appearance == null
        ? Appearance.UNKNOWN
        : new Appearance(
            appearance.getInteger("frames"),
            appearance.getBoolean("hasAlpha"),
            appearance.getString("perceptualHash"),
            appearance.getString("thumbHash"),
            appearance.getString("averageColor"),
            appearance.getList("dominantColors", String.class));
  }

  static Document write(Shot shot) {
    return new Document("takenAt", shot.takenAt())
        .append("camera", shot.camera())
        .append("lens", shot.lens());
  }

  static Shot readShot(@Nullable Document shot) {
    return shot == null
        ? Shot.UNKNOWN
        : new Shot(shot.getString("takenAt"), shot.getString("camera"), shot.getString("lens"));
  }
}
