package dev.safelight.eventing;

/**
 * Where one consumer group is told again what its topic told it before. Others who read that topic
 * hear nothing of it.
 */
public final class Replays {

  /** What follows the name of a topic in a listener of a service to its own replays. */
  public static final String OF_THIS_GROUP = ".${spring.kafka.consumer.group-id}" + Replays.SUFFIX;

  /** Header that says what for, where it is not for all that the event led to before. */
  public static final String PURPOSE = "safelight-replay";

  private static final String SUFFIX = "-replay";

  private Replays() {}

  /** The topic of replays for one group. */
  public static String topicOf(String topic, String group) {
    return topic + '.' + group + SUFFIX;
  }

  /** The topic whose events are replayed on this one; the same topic, if it is none of replays. */
  static String originOf(String topic, String group) {
    var ending = topicOf("", group);
    return topic.endsWith(ending) ? topic.substring(0, topic.length() - ending.length()) : topic;
  }
}
