package dev.safelight.processor.exif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Secrets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraNotesTest {

  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int TAKEN = 0x9003;
  private static final int OWNER = 0xA430;
  private static final int SERIAL = 0xA431;
  private static final int LENS = 0xA434;

  private final CameraNotes notes = new CameraNotes();

  @Test
  void readsTimeCameraAndLens() {
    var facts =
        read(Map.of(MAKE, "Apple", MODEL, "iPhone 5", TAKEN, "2014:02:28 23:59:58", LENS, "4 mm"));
    assertThat(facts)
        .isEqualTo(
            new PhotoFacts(LocalDateTime.of(2014, 2, 28, 23, 59, 58), "Apple iPhone 5", "4 mm"));
  }

  @ParameterizedTest
  @CsvSource({
    "NIKON CORPORATION, NIKON D5000, NIKON D5000",
    "Canon, Canon EOS 1000D, Canon EOS 1000D",
    "SONY, DSC-P7000, SONY DSC-P7000"
  })
  void namesTheMakerOnce(String make, String model, String camera) {
    assertThat(read(Map.of(MAKE, make, MODEL, model)).camera()).isEqualTo(camera);
  }

  @Test
  void cleansWhatItReads() {
    var facts = read(Map.of(MODEL, " a\u0001\u001b[2J\n b ", LENS, "x".repeat(5000), MAKE, "  "));
    assertThat(facts.camera()).isEqualTo("a [2J b");
    assertThat(facts.lens()).hasSize(PhotoFacts.MAX_LENGTH);
  }

  @Test
  void clocksThatWereNeverSetSayNothing() {
    assertThat(read(Map.of(TAKEN, "0000:00:00 00:00:00")).takenAt()).isNull();
    assertThat(read(Map.of(TAKEN, "2014:02:31 12:00:00")).takenAt()).isNull();
  }

  @Test
  void saysNothingOfPeopleAndPlaces() {
    assertThat(read(Map.of(OWNER, Secrets.MARK, SERIAL, Secrets.MARK))).isEqualTo(PhotoFacts.NONE);
    assertThat(notes.read(Jpegs.photo(Scene.COLORED.draw(8, 8), 1), ImageType.JPEG))
        .isEqualTo(PhotoFacts.NONE);
  }

  @Test
  void brokenNotesAreNone() {
    var whole = exif(Map.of(MAKE, "Apple", MODEL, "iPhone 5", LENS, "4 mm"));
    var random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      var broken = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      assertThat(notes.read(broken, ImageType.TIFF)).isNotNull();
    }
    assertThat(notes.read(new byte[0], ImageType.JPEG)).isEqualTo(PhotoFacts.NONE);
    assertThat(notes.read(Pngs.claiming(1, 1), ImageType.PNG)).isEqualTo(PhotoFacts.NONE);
  }

  private PhotoFacts read(Map<Integer, String> texts) {
    return notes.read(exif(texts), ImageType.TIFF);
  }

  /** A TIFF of text tags; those of Exif are in a directory of their own. */
  private static byte[] exif(Map<Integer, String> texts) {
    var main = new TreeMap<Integer, String>();
    var inner = new TreeMap<Integer, String>();
    texts.forEach((tag, text) -> (tag < 0x8769 ? main : inner).put(tag, text));
    var out = ByteBuffer.allocate(20_000).order(ByteOrder.LITTLE_ENDIAN);
    out.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    int end = 8 + directory(main.size() + 1) + directory(inner.size());
    out.putShort((short) (main.size() + 1));
    end = entries(out, main, end);
    out.putShort((short) 0x8769).putShort((short) 4).putInt(1);
    out.putInt(8 + directory(main.size() + 1)).putInt(0);
    out.putShort((short) inner.size());
    end = entries(out, inner, end);
    out.putInt(0);
    return Arrays.copyOf(out.array(), end);
  }

  private static int directory(int entries) {
    return 2 + entries * 12 + 4;
  }

  private static int entries(ByteBuffer out, Map<Integer, String> texts, int end) {
    int free = end;
    for (var entry : texts.entrySet()) {
      var text = (entry.getValue() + "\0\0\0\0\0").getBytes(ISO_8859_1);
      out.putShort(entry.getKey().shortValue()).putShort((short) 2).putInt(text.length);
      out.putInt(free);
      out.put(free, text);
      free += text.length;
    }
    return free;
  }
}
