package dev.safelight.recipe.json;

import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.VariantSpec;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;

/** The variants of one request, whose names differ. */
final class VariantJson {

  private final Set<String> names = new HashSet<>();

  /** Whatever is wrong with it, so that those that follow keep their places. */
  RequestedVariant read(Members members, int index) {
    var name = members.require("name").text("name");
    var sides = Sides.read(members);
    var variant =
        new RequestedVariant(
            name != null && isUsable(name, members) ? name : "nameless-" + index,
            sides.width(),
            sides.height(),
            sides.fit(),
            members.integer("quality", 1, 100),
            members.choice("format", FormatChoice.class),
            members.bool("watermark"));
    members.refuseOthers();
    return variant;
  }

  private boolean isUsable(String name, Members members) {
    if (!VariantSpec.isName(name)) {
      members.wrong(
          "name", "Use 1 to 32 lower-case letters, digits and dashes, and no dash at the start.");
    } else if (name.equals(VariantSets.CUSTOM)) {
      members.wrong("name", "Use another name: custom is what the pipeline makes.");
    } else if (!names.add(name)) {
      members.wrong("name", "Use another name: there is a variant of this one already.");
    } else {
      return true;
    }
    return false;
  }

  static void write(RequestedVariant variant, ArrayNode variants) {
    var members = variants.addObject().put("name", variant.name());
    new Sides(variant.width(), variant.height(), variant.fit()).write(members);
    if (variant.quality() != null) {
      members.put("quality", variant.quality());
    }
    if (variant.format() != null) {
      members.put("format", Names.of(variant.format()));
    }
    if (variant.watermark() != null) {
      members.put("watermark", variant.watermark());
    }
  }
}
