package dev.safelight.ingest.kafka;

import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.EventIds;
import dev.safelight.ingest.upload.AcceptedImage;
import dev.safelight.recipe.json.RequestJson;

/** Says in the words of the contract what was accepted. */
final class UploadedEvents {

  private UploadedEvents() {}

  static ImageUploaded of(AcceptedImage image) {
    var event =
        ImageUploaded.newBuilder()
            .setEventId(EventIds.derived(Topics.IMAGE_UPLOADED, image.id()))
            .setImageId(image.id())
            .setOccurredAt(image.uploadedAt())
            .setOwner(image.owner())
            .setObjectKey(image.objectKey())
            .setDuplicateOf(image.duplicateOf());
    addFile(event, image);
    addFields(event, image);
    return event.build();
  }

  private static void addFile(ImageUploaded.Builder event, AcceptedImage image) {
    var file = image.file();
    var header = image.header();
    event
        .setSizeBytes(file.size())
        .setSha256(file.checksums().sha256())
        .setMd5(file.checksums().md5())
        .setMimeType(header.type().mimeType())
        .setDeclaredType(file.claim().type())
        .setWidth(header.width())
        .setHeight(header.height())
        .setFrames(header.frames())
        .setOriginalName(file.claim().name());
  }

  private static void addFields(ImageUploaded.Builder event, AcceptedImage image) {
    var fields = image.fields();
    event
        .setItemId(fields.itemId())
        .setPrimary(fields.primary())
        .setOrder(fields.order())
        .setAltText(fields.altText())
        .setCaption(fields.caption())
        .setTags(fields.tags())
        .setMetadata(fields.metadata())
        .setVisibility(Visibility.valueOf(fields.visibility().name()))
        .setSharedWith(fields.sharedWith())
        .setRequest(RequestJson.write(fields.request()));
  }
}
