package dev.safelight.eventing;

/**
 * A listener failed with an {@link Error}. As an exception it is a defect like others: retried,
 * then parked, and the consumer goes on.
 */
class ListenerErrorException extends RuntimeException {

  ListenerErrorException(Error cause) {
    super(cause.toString(), cause);
  }
}
