package dev.safelight.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private final EventCodec codec = new EventCodec();

  private final ImageRejected rejected =
      ImageRejected.newBuilder()
          .setEventId(UUID.randomUUID())
          .setImageId(UUID.randomUUID())
          .setOccurredAt(Instant.parse("2026-11-21T10:15:30.123Z"))
          .setObjectKey("uploads/1")
          .setStage(RejectionStage.SCAN)
          .setReason(RejectionReason.INFECTED)
          .setDetail("The file contains malware.")
          .setSignature("Eicar-Test-Signature")
          .build();

  @Test
  void whatWasEncodedComesBack() {
    assertThat(codec.decode(codec.encode(rejected))).isEqualTo(rejected);
  }

  @Test
  void readsARecordWhoseReleasedSchemaIsKnown() throws IOException {
    var released = released("ImageRejected");
    var old =
        new GenericRecordBuilder(released)
            .set("eventId", rejected.getEventId().toString())
            .set("imageId", rejected.getImageId().toString())
            .set("occurredAt", rejected.getOccurredAt().toEpochMilli())
            .set("objectKey", "uploads/1")
            .set("stage", enumValue(released, "stage", "SCAN"))
            .set("reason", enumValue(released, "reason", "INFECTED"))
            .set("detail", "The file contains malware.")
            .set("signature", "Eicar-Test-Signature")
            .build();
    var bytes = new ByteArrayOutputStream();
    new BinaryMessageEncoder<>(new GenericData(), released).encode(old, bytes);

    assertThat(codec.decode(bytes.toByteArray())).isEqualTo(rejected);
  }

  @Test
  void whatAnOldRecordDoesNotSayHasItsDefault() throws IOException {
    var released = released("ImageCleared");
    var old =
        new GenericRecordBuilder(released)
            .set("eventId", rejected.getEventId().toString())
            .set("imageId", rejected.getImageId().toString())
            .set("occurredAt", rejected.getOccurredAt().toEpochMilli())
            .set("objectKey", "uploads/1")
            .set("sizeBytes", 3L)
            .set("sha256", "ab")
            .set("mimeType", "image/png")
            .set("engine", "ClamAV")
            .set("signatureVersion", "0")
            .build();
    var bytes = new ByteArrayOutputStream();
    new BinaryMessageEncoder<>(new GenericData(), released).encode(old, bytes);

    var read = (ImageCleared) codec.decode(bytes.toByteArray());
    assertThat(read.getObjectKey()).isEqualTo("uploads/1");
    assertThat(read.getRequest()).isEqualTo("{}");
  }

  @Test
  void refusesATruncatedEvent() {
    var bytes = codec.encode(rejected);
    assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, bytes.length - 30)))
        .isInstanceOf(UnreadableEventException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "not an event at all"})
  void refusesWhatIsNoEvent(String garbage) {
    assertThatThrownBy(
            () -> codec.decode(garbage.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEventException.class);
  }

  private static Schema released(String name) throws IOException {
    var path = "released/v1/" + name + ".avsc";
    try (var file = EventCodecTest.class.getResourceAsStream(path)) {
      return new Schema.Parser().parse(file);
    }
  }

  private static GenericData.EnumSymbol enumValue(Schema record, String field, String symbol) {
    return new GenericData.EnumSymbol(record.getField(field).schema(), symbol);
  }
}
