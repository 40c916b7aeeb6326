package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Metadata;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever uploads says what is to be made of the image, and gets it or hears why not. */
@OnStack
@Order(9)
class OwnVariantsIT {

  private static final String VARIANTS =
      """
      [{"name": "card", "width": 300, "height": 300, "fit": "cover", "format": "png"},
       {"name": "boxed", "width": 300, "height": 300, "fit": "contain", "format": "png"},
       {"name": "flat", "width": 200, "height": 40, "fit": "fill", "format": "webp"},
       {"name": "tiny", "width": 30, "quality": 40}]
      """;

  private static final String PIPELINE =
      """
      [{"type": "rotate", "options": {"angle": 180}},
       {"type": "resize", "options": {"width": 600}},
       {"type": "watermark", "options": {"text": "e2e", "color": "#ffffff",
         "position": "center", "scale": 0.5, "opacity": 1}},
       {"type": "convert", "options": {"format": "png"}}]
      """;

  private final Client demo;

  OwnVariantsIT(SafelightStack stack) {
    demo = Client.demo(stack);
  }

  @Test
  void whatWasAskedForIsMadeBesideTheSet() {
    var image = ready(photo().field("variants", VARIANTS).field("pipeline", PIPELINE));

    assertThat(image.path("variants").propertyNames())
        .containsExactlyInAnyOrder(
            "large",
            "medium",
            "thumbnail",
            "webp",
            "original",
            "card",
            "boxed",
            "flat",
            "tiny",
            "custom");
    Scene.assertShownBy(picture(image, "card", "image/png", 300, 300));
    var boxed = picture(image, "boxed", "image/png", 300, 300);
    assertThat(boxed.getRGB(150, 20) >>> 24).as("opacity above the picture").isZero();
    assertThat(boxed.getRGB(75, 100) >>> 24).as("opacity of the picture").isEqualTo(0xFF);
    Scene.assertShownBy(picture(image, "flat", "image/webp", 200, 40));
    picture(image, "tiny", "image/jpeg", 30, 20);
  }

  @Test
  void pipelineTurnsThePictureAndLaysATextOverIt() {
    var image = ready(photo().field("pipeline", PIPELINE));

    var custom = picture(image, "custom", "image/png", 600, 400);
    Scene.assertShownBy(turned(custom));
    assertThat(whitePixels(custom, 150, 100, 300, 200)).isGreaterThan(500);
    assertThat(whitePixels(custom, 0, 0, 600, 50)).isZero();
  }

  @Test
  void imageTellsHowItLooks() {
    var image = ready(photo());

    assertThat(image.path("dominantColors").valueStream().map(JsonNode::asString))
        .as("two of the four colours of the scene")
        .anyMatch(color -> isLike(color, 0xC83232))
        .anyMatch(color -> isLike(color, 0x2846B4));
    assertThat(image.path("dominantColor")).isEqualTo(image.path("dominantColors").path(0));
    assertThat(image.path("averageColor").asString()).matches("#[0-9a-f]{6}");
    assertThat(image.path("perceptualHash").asString()).matches("[0-9a-f]{16}");
    assertThat(image.path("frames").asInt()).isEqualTo(1);
    assertThat(image.path("hasAlpha").asBoolean(true)).isFalse();
    assertPlaceholder(image.path("placeholder").asString());
  }

  @Test
  void whatCannotBeMadeIsToldByItsPlace() {
    var refusal =
        demo.upload(
                photo()
                    .field("variantSet", "none")
                    .field("variants", "[{\"name\": \"a\", \"width\": 0, \"fit\": \"crop\"}]")
                    .field("pipeline", "[{\"type\": \"rotate\", \"options\": {\"angle\": 45}}]")
                    .field("watermark", "true"))
            .expect(422);

    assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refusal.json().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactly(
            "variants[0].width",
            "variants[0].fit",
            "pipeline[0].options.angle",
            "variantSet",
            "watermark");
  }

  @Test
  void whatIsNoJsonIsMalformed() {
    demo.upload(photo().field("variants", "[{")).expect(400);
  }

  private JsonNode ready(Form form) {
    var image = demo.uploadAndWait(form).expect(201).json();
    assertThat(image.path("status").asString()).as(image::toString).isEqualTo("ready");
    return image;
  }

  private BufferedImage picture(JsonNode image, String name, String type, int width, int height) {
    var answer = demo.get(image.path("variants").path(name).path("url").asString()).expect(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    Metadata.assertNoneIn(answer.bytes());
    var picture = Files.read(answer.bytes());
    assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(width, height));
    return picture;
  }

  private static void assertPlaceholder(String url) {
    assertThat(url).startsWith("data:image/png;base64,");
    var png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    var picture = Files.read(png);
    assertThat(picture.getWidth()).isEqualTo(32);
    assertThat(picture.getHeight()).isBetween(18, 25);
    int red = picture.getRGB(4, 4);
    assertThat(red >> 16 & 0xFF).as("red of the first quarter").isGreaterThan((red & 0xFF) + 50);
    int blue = picture.getRGB(4, picture.getHeight() - 5);
    assertThat(blue & 0xFF).as("blue of the third").isGreaterThan((blue >> 16 & 0xFF) + 50);
  }

  private static BufferedImage turned(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned.setRGB(width - 1 - x, height - 1 - y, picture.getRGB(x, y));
      }
    }
    return turned;
  }

  private static long whitePixels(BufferedImage picture, int x, int y, int width, int height) {
    var pixels = picture.getRGB(x, y, width, height, null, 0, width);
    return IntStream.of(pixels).filter(pixel -> isLike(pixel, 0xFFFFFF)).count();
  }

  private static boolean isLike(String color, int expected) {
    return isLike(HexFormat.fromHexDigits(color, 1, 7), expected);
  }

  private static boolean isLike(int color, int expected) {
    return IntStream.of(0, 8, 16)
        .allMatch(shift -> Math.abs((color >> shift & 0xFF) - (expected >> shift & 0xFF)) <= 24);
  }

  private static Form photo() {
    return Form.of("photo.jpg", Files.write("jpeg", Scene.draw(1500, 1000)));
  }
}
