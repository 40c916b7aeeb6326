package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.pictures.Camera;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Metadata;
import dev.safelight.e2e.pictures.Print;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A photo becomes pictures that are right, and that tell nothing about who took it. */
@OnStack
@Order(1)
class PhotoIT {

  /** Longest edge of each variant. */
  private static final Map<String, Integer> EDGES =
      Map.of(
          "large",
          1200,
          "medium",
          800,
          "thumbnail",
          300,
          "tiny",
          100,
          "webp",
          1200,
          "original",
          Integer.MAX_VALUE);

  private final Client demo;

  PhotoIT(SafelightStack stack) {
    demo = Client.demo(stack);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "webp"})
  void photoOfEachFormatBecomesEveryVariant(String format) {
    var image = demo.ready(Files.write(format, Scene.draw(1500, 1000)));

    assertThat(image.path("mimeType").asString()).isEqualTo("image/" + format);
    assertVariants(image, 1500, 1000, "image/jpeg", Scene::assertShownBy);
  }

  @Test
  void photoFromATurnedCameraIsUprightAndDoesNotTellWhereItWasTaken() {
    var photo = Camera.photo(Scene.turned(900, 1600), 6);
    Metadata.assertPlaceIn(photo);

    var image = demo.ready(photo);

    assertThat(image.path("dimensions").path("width").asInt()).isEqualTo(900);
    assertThat(image.path("dimensions").path("height").asInt()).isEqualTo(1600);
    assertVariants(image, 900, 1600, "image/jpeg", Scene::assertShownBy);
  }

  @Test
  void smallPictureIsNeverEnlarged() {
    var image = demo.ready(Files.write("png", Scene.draw(120, 80)));

    assertVariants(image, 120, 80, "image/jpeg", Scene::assertShownBy);
  }

  @Test
  void transparentPictureStaysTransparent() {
    var image = demo.ready(Files.write("png", Scene.cutOut(600, 400)));

    assertVariants(image, 600, 400, "image/png", Scene::assertCutOutShownBy);
  }

  @Test
  void inksBecomeTheColoursTheyStandFor() {
    var image = demo.ready(Print.cmyk(Scene.draw(600, 400)));

    assertVariants(image, 600, 400, "image/jpeg", Scene::assertShownBy);
  }

  @Test
  void coloursOfAProfileBecomeThoseOfTheScreen() {
    var image = demo.ready(Print.linear(Scene.draw(600, 400)));

    assertVariants(image, 600, 400, "image/jpeg", Scene::assertShownBy);
  }

  private void assertVariants(
      JsonNode image, int width, int height, String naturalType, Consumer<BufferedImage> look) {
    var variants = variants(image);
    assertThat(variants).containsOnlyKeys(EDGES.keySet());
    variants.forEach(
        (name, variant) -> {
          double scale = Math.min(1.0, (double) EDGES.get(name) / Math.max(width, height));
          assertThat(variant.path("width").asDouble()).isCloseTo(width * scale, within(1.0));
          assertThat(variant.path("height").asDouble()).isCloseTo(height * scale, within(1.0));
          assertThat(variant.path("mimeType").asString())
              .isEqualTo(name.equals("webp") ? "image/webp" : naturalType);
          assertPicture(variant, look);
        });
  }

  private void assertPicture(JsonNode variant, Consumer<BufferedImage> look) {
    var answer = demo.get(variant.path("url").asString()).expect(200);
    assertThat(answer.header("Content-Type")).isEqualTo(variant.path("mimeType").asString());
    assertThat(answer.bytes()).hasSize(variant.path("size").asInt());
    Metadata.assertNoneIn(answer.bytes());
    var picture = Files.read(answer.bytes());
    assertThat(picture.getWidth()).isEqualTo(variant.path("width").asInt());
    assertThat(picture.getHeight()).isEqualTo(variant.path("height").asInt());
    look.accept(picture);
  }

  private static Map<String, JsonNode> variants(JsonNode image) {
    var variants = new LinkedHashMap<String, JsonNode>();
    image.path("variants").forEachEntry(variants::put);
    return variants;
  }
}
