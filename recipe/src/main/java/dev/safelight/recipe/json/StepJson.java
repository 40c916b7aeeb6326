package dev.safelight.recipe.json;

import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Compress;
import dev.safelight.recipe.ConfiguredWatermark;
import dev.safelight.recipe.Convert;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.Step;
import dev.safelight.recipe.Watermark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A step: {@code type}, and what it takes in {@code options}. */
final class StepJson {

  private static final String TYPES =
      "Use one of resize, crop, compress, convert, watermark, rotate, grayscale, blur, sharpen.";

  private StepJson() {}

  static @Nullable Step read(Members members) {
    var type = members.require("type").text("type");
    var options = members.object("options");
    members.refuseOthers();
    if (type == null) {
      return null;
    }
    var step = read(type, options);
    if (step == null) {
      members.wrong("type", TYPES);
    } else {
      options.refuseOthers();
    }
    return step;
  }

  private static @Nullable Step read(String type, Members options) {
    return switch (type) {
      case "resize" -> ResizeJson.read(options);
      case "crop" -> CropJson.read(options);
      case "compress" -> CompressJson.read(options);
      case "convert" -> ConvertJson.read(options);
      case "watermark" -> WatermarkJson.read(options);
      case "rotate" -> RotateJson.read(options);
      case "grayscale" -> new Grayscale();
      case "blur" -> BlurJson.read(options);
      case "sharpen" -> SharpenJson.read(options);
      default -> null;
    };
  }

  static void write(Step step, ArrayNode steps) {
    write(step, steps.addObject().put("type", type(step)).putObject("options"));
  }

  private static String type(Step step) {
    return switch (step) {
      case Resize resize -> "resize";
      case Crop crop -> "crop";
      case Compress compress -> "compress";
      case Convert convert -> "convert";
      case Watermark watermark -> "watermark";
      case ConfiguredWatermark watermark -> "watermark";
      case Rotate rotate -> "rotate";
      case Grayscale grayscale -> "grayscale";
      case Blur blur -> "blur";
      case Sharpen sharpen -> "sharpen";
    };
  }

  private static void write(Step step, ObjectNode options) {
    switch (step) {
      case Resize resize -> ResizeJson.write(resize, options);
      case Crop crop -> CropJson.write(crop, options);
      case Compress compress -> CompressJson.write(compress, options);
      case Convert convert -> ConvertJson.write(convert, options);
      case Watermark watermark -> WatermarkJson.write(watermark, options);
      case ConfiguredWatermark watermark -> WatermarkJson.write(watermark, options);
      case Rotate rotate -> RotateJson.write(rotate, options);
      case Grayscale grayscale -> {}
      case Blur blur -> BlurJson.write(blur, options);
      case Sharpen sharpen -> SharpenJson.write(sharpen, options);
    }
  }
}
