package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUpdated;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.ItemChanged;
import dev.safelight.metadata.rebuild.Fact;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Events of all topics that the catalog is made of. */
final class RecordedFacts {

  private RecordedFacts() {}

  static Optional<Fact> of(SpecificRecord event) {
    return switch (event) {
      case ImageUploaded uploaded -> Optional.of(new Fact.Said(Facts.of(uploaded)));
      case ImageCleared cleared -> Optional.of(new Fact.Said(Facts.of(cleared)));
      case ImageRejected rejected -> Optional.of(new Fact.Said(Facts.of(rejected)));
      case ImageProcessed processed -> Optional.of(new Fact.Said(Facts.of(processed)));
      case ImageUpdated updated -> Optional.of(new Fact.Done(ToldChanges.of(updated)));
      case ImageModerated moderated -> Optional.of(new Fact.Done(ToldChanges.of(moderated)));
      case ImageDeleted deleted -> Optional.of(new Fact.Done(ToldChanges.of(deleted)));
      case ImageRestored restored -> Optional.of(new Fact.Done(ToldChanges.of(restored)));
      case ImagePurged purged -> Optional.of(new Fact.Done(ToldChanges.of(purged)));
      case ItemChanged changed -> Optional.of(new Fact.Itemized(ToldItems.of(changed)));
      default -> Optional.empty();
    };
  }
}
