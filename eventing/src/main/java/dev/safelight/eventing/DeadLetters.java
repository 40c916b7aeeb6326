package dev.safelight.eventing;

/** Where a consumer group parks the records it can't handle. */
public final class DeadLetters {

  private DeadLetters() {}

  /**
   * The dead-letter topic of one group for one topic. Each group has its own, because two groups
   * may read a topic and each needs to see its own failures.
   */
  public static String topicOf(String topic, String group) {
    return topic + '.' + group + "-dlt";
  }
}
