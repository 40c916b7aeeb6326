package dev.safelight.processor.exif;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifReader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.Exif;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.PhotoFactsReader;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads Exif (CIPA DC-008) alone, and of it the few tags that harm nobody. */
public final class CameraNotes implements PhotoFactsReader {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Broken Exif is common; neither is it a reason to refuse a picture, nor are guesses facts. */
  @Override
  public PhotoFacts read(byte[] content, ImageType type) {
    try {
      return Exif.block(content, type).map(CameraNotes::facts).orElse(PhotoFacts.NONE);
    } catch (RuntimeException | StackOverflowError e) {
      return PhotoFacts.NONE;
    }
  }

  private static PhotoFacts facts(ByteBuffer block) {
    var bytes = new byte[block.remaining()];
    block.get(bytes);
    var notes = new Metadata();
    new ExifReader().extract(new ByteArrayReader(bytes), notes);
    return new PhotoFacts(
        time(text(notes, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)),
        camera(text(notes, ExifDirectoryBase.TAG_MAKE), text(notes, ExifDirectoryBase.TAG_MODEL)),
        text(notes, ExifDirectoryBase.TAG_LENS_MODEL));
  }

  /** Of the main picture's directories only: makers use the same numbers for other things. */
  private static @Nullable String text(Metadata notes, int tag) {
    return notes.getDirectoriesOfType(ExifDirectoryBase.class).stream()
        .map(directory -> text(directory, tag))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String text(Directory directory, int tag) {
    var value = directory.getString(tag);
    if (value == null) {
      return null;
    }
    var clean = value.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]+", " ").strip();
    return clean.isEmpty() ? null : cut(clean);
  }

  private static @Nullable LocalDateTime time(@Nullable String text) {
    try {
      return text == null ? null : LocalDateTime.parse(text, TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Most makers repeat their name in that of the model, some with their legal form added. */
  private static @Nullable String camera(@Nullable String make, @Nullable String model) {
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    var maker = make.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return model.toLowerCase(Locale.ROOT).startsWith(maker) ? model : cut(make + " " + model);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), PhotoFacts.MAX_LENGTH)).strip();
  }
}
