package dev.safelight.e2e.stack;

/** The ports of a stack, each at its distance from the first. */
public enum Port {
  GATEWAY(0),
  INGEST(1),
  SCANNER(2),
  PROCESSOR(3),
  METADATA(4),
  SIGN_IN(5),
  S3(6),
  KAFKA(9);

  static final int COUNT = 11;

  private final int distance;

  Port(int distance) {
    this.distance = distance;
  }

  int of(int first) {
    return first + distance;
  }
}
