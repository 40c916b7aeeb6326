package dev.safelight.processor.worker;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.processor.process.Orientation;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.util.List;

/** What is to be developed; the original itself is the only blob. */
record Job(ImageHeader header, Orientation orientation, List<VariantSpec> specs) {

  static Message message(SourceImage source, List<VariantSpec> specs) {
    var job = new Job(source.header(), source.orientation(), specs);
    return new Message(Message.Kind.JOB, Json.write(job), List.of(source.content()));
  }

  SourceImage source(byte[] content) {
    return new SourceImage(content, header, orientation);
  }
}
