package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variants fit within their edge exactly, are never enlarged, and come in the order asked for. */
public abstract class SizeContract extends EngineContract {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 | 1x1 1x1 1x1 1x1 1x1 1x1",
        "1 | 2000 | 1x1200 1x800 1x300 1x100 1x1200 1x2000",
        "2000 | 1 | 1200x1 800x1 300x1 100x1 1200x1 2000x1",
        "1200 | 900 | 1200x900 800x600 300x225 100x75 1200x900 1200x900",
        "101 | 100 | 101x100 101x100 101x100 100x99 101x100 101x100",
        "50 | 40 | 50x40 50x40 50x40 50x40 50x40 50x40",
        "2401 | 1801 | 1200x900 800x600 300x225 100x75 1200x900 2401x1801",
        "1201 | 1201 | 1200x1200 800x800 300x300 100x100 1200x1200 1201x1201"
      })
  void fitsWithinAndNeverEnlarges(int width, int height, String expected) {
    var developed = develop(Files.write("png", Scene.COLORED.draw(width, height)));
    assertThat(sizes(developed)).isEqualTo(expected);
    assertThat(developed.width()).isEqualTo(width);
    assertThat(developed.height()).isEqualTo(height);
    developed.variants().forEach(EngineContract::decode);
  }

  @Test
  void namesAndFormatsAreThoseAskedFor() {
    var developed = develop(Files.write("png", Scene.COLORED.draw(20, 10)));
    assertThat(developed.variants())
        .extracting(v -> v.name() + ' ' + v.format().name().toLowerCase(Locale.ROOT))
        .containsExactly(
            "large jpeg",
            "medium jpeg",
            "thumbnail jpeg",
            "tiny jpeg",
            "webp webp",
            "original jpeg");
  }

  @Test
  void smallerIsMadeEvenIfAskedForFirst() {
    var specs =
        List.of(
            VariantSpec.within(10, "small", FormatChoice.JPEG, 90),
            VariantSpec.within(40, "big", FormatChoice.WEBP, 90));
    var developed = develop(Files.write("png", Scene.COLORED.draw(80, 80)), specs);
    assertThat(sizes(developed)).isEqualTo("10x10 40x40");
  }

  @Test
  void bytesAreWhatTheirFormatSays() {
    var developed = develop(Files.write("png", Scene.COLORED.draw(400, 300)));
    for (var variant : developed.variants()) {
      var header = dev.safelight.imageheader.ImageHeaders.read(variant.content());
      assertThat(header.type().mimeType()).isEqualTo(variant.format().mimeType());
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    var file = Files.write("png", Scene.COLORED.draw(400, 300));
    var once = develop(file);
    var again = develop(file);
    for (int i = 0; i < STANDARD.size(); i++) {
      assertThat(once.variants().get(i).content()).isEqualTo(again.variants().get(i).content());
    }
  }

  private static String sizes(DevelopedImage developed) {
    return developed.variants().stream()
        .map(v -> v.width() + "x" + v.height())
        .collect(Collectors.joining(" "));
  }
}
