package dev.safelight.metadata.kafka;

import dev.safelight.event.EventCodec;
import dev.safelight.event.UnreadableEventException;
import dev.safelight.metadata.rebuild.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one partition from its beginning to an end that was noted before. */
class PartitionReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionReader.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<String, byte[]> consumer;
  private final EventCodec codec;
  private final TopicPartition partition;
  private final long end;
  private long seen;

  PartitionReader(
      Consumer<String, byte[]> consumer, EventCodec codec, TopicPartition partition, long end) {
    this.consumer = consumer;
    this.codec = codec;
    this.partition = partition;
    this.end = end;
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  boolean isDone() {
    return consumer.position(partition) >= end;
  }

  /** Records that were there; those that compaction took away leave gaps in the offsets. */
  long seen() {
    return seen;
  }

  /** Those that came in a moment, possibly none. */
  List<Fact> next() {
    return StreamSupport.stream(consumer.poll(POLL).records(partition).spliterator(), false)
        .filter(record -> record.offset() < end)
        .peek(record -> seen++)
        .flatMap(record -> read(record).stream())
        .toList();
  }

  /** What a group has to park as unreadable was not in the catalog either. */
  private Optional<Fact> read(ConsumerRecord<String, byte[]> record) {
    var value = record.value();
    if (value == null) {
      return Optional.empty();
    }
    try {
      return RecordedFacts.of(codec.decode(value));
    } catch (UnreadableEventException e) {
      LOG.warn("Left out {} at offset {}: {}", partition, record.offset(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
