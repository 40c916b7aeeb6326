package dev.safelight.event;

import static org.apache.avro.util.ClassSecurityValidator.DEFAULT;
import static org.apache.avro.util.ClassSecurityValidator.composite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Events to bytes and back, in Avro's single-object encoding: two marker bytes, the fingerprint of
 * the writer's schema, the body (Avro specification 1.12, "Single-object encoding").
 *
 * <p>Reads what any released version of the contract wrote. Safe for use by many threads.
 */
public final class EventCodec {

  private static final List<Schema> CURRENT =
      List.of(
          ImageUploaded.getClassSchema(),
          ImageCleared.getClassSchema(),
          ImageRejected.getClassSchema(),
          ImageProcessed.getClassSchema(),
          ImageUpdated.getClassSchema(),
          ImageModerated.getClassSchema(),
          ImageDeleted.getClassSchema(),
          ImageRestored.getClassSchema(),
          ImagePurged.getClassSchema(),
          ItemChanged.getClassSchema(),
          AccountErased.getClassSchema(),
          QuotaChanged.getClassSchema());

  private static final List<String> RELEASES = List.of("v1", "v2", "v3", "v4");

  /** Two marker bytes and a 64-bit fingerprint. */
  private static final int HEADER_BYTES = 10;

  private final SchemaStore.Cache writers = new SchemaStore.Cache();
  private final Map<Long, BinaryMessageDecoder<SpecificRecord>> decoders = new HashMap<>();

  /** Knows the current schemas and every released one. */
  public EventCodec() {
    trustOurEvents();
    CURRENT.forEach(current -> learn(current, current));
    for (var release : RELEASES) {
      CURRENT.forEach(
          current ->
              released(release, current.getName()).ifPresent(writer -> learn(writer, current)));
    }
  }

  /** Encodes an event with its current schema. */
  public byte[] encode(SpecificRecord event) {
    try {
      var model = SpecificData.getForClass(event.getClass());
      var encoded =
          new BinaryMessageEncoder<SpecificRecord>(model, event.getSchema()).encode(event);
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Decodes an event of any type and any released version into its current class.
   *
   * @throws UnreadableEventException if the bytes are not such an event
   */
  public SpecificRecord decode(byte[] bytes) {
    var decoder = decoders.get(fingerprint(bytes));
    if (decoder == null) {
      throw new UnreadableEventException("The bytes name a schema that no release of ours has");
    }
    try {
      return decoder.decode(ByteBuffer.wrap(bytes));
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new UnreadableEventException("The bytes do not hold what their schema says", e);
    }
  }

  private void learn(Schema writer, Schema reader) {
    writers.addSchema(writer);
    decoders.put(
        SchemaNormalization.parsingFingerprint64(writer),
        new BinaryMessageDecoder<>(SpecificData.getForSchema(reader), reader, writers));
  }

  private static long fingerprint(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] != (byte) 0xC3 || bytes[1] != 0x01) {
      throw new UnreadableEventException("The bytes are not in Avro's single-object encoding");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
  }

  /** As it was in that release, if it was in it. */
  private static Optional<Schema> released(String release, String name) {
    var path = "released/" + release + "/" + name + ".avsc";
    try (var file = EventCodec.class.getResourceAsStream(path)) {
      return file == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Since 1.12.2 Avro instantiates no application class unless it is told to trust it. */
  private static void trustOurEvents() {
    ClassSecurityValidator.setGlobal(
        composite(DEFAULT, type -> type.getPackage() == EventCodec.class.getPackage()));
  }
}
