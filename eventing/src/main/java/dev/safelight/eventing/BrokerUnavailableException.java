package dev.safelight.eventing;

/** The broker did not acknowledge an event. An outage: the same event may be sent again. */
public class BrokerUnavailableException extends RuntimeException {

  /** Wraps what the Kafka client said. */
  public BrokerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
