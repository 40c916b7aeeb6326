package dev.safelight.eventing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one consumer group is told again what its topic told it before, or as if it had. Others who
 * read that topic hear nothing of it. What fails is parked among the dead letters of the replays,
 * as it is none of the topic's own records.
 */
public final class Replays {

  /** What follows the name of a topic in a listener of a service to its own replays. */
  public static final String OF_THIS_GROUP = ".${spring.kafka.consumer.group-id}" + Replays.SUFFIX;

  /** Header that tells the {@link Purpose}. */
  public static final String PURPOSE = "safelight-replay";

  private static final String SUFFIX = "-replay";

  private Replays() {}

  /** What for an event is told again. */
  public enum Purpose {
    /** To judge again; what was made of it stays. Also if nothing is said that we know. */
    RESCAN,
    /** To judge again, and to make all of it again. */
    REPROCESS;

    /** Reads the header. */
    public static Purpose of(byte @Nullable [] header) {
      return header != null && new String(header, US_ASCII).equals(REPROCESS.label())
          ? REPROCESS
          : RESCAN;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The topic of replays for one group. */
  public static String topicOf(String topic, String group) {
    return topic + '.' + group + SUFFIX;
  }

  /** Whether a topic is one of replays. */
  static boolean isReplay(String topic) {
    return topic.endsWith(SUFFIX);
  }
}
