package dev.safelight.processor.worker;

import java.util.List;

/**
 * One thing that service and worker tell each other.
 *
 * @param kind what it is
 * @param facts JSON, or plain text for {@link Kind#UNAVAILABLE} and {@link Kind#FAILED}; UTF-8
 * @param blobs what would not do as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Message(Kind kind, byte[] facts, List<byte[]> blobs) {

  /** What is said by whom. */
  enum Kind {
    /** Service: open this engine. */
    SETUP('S'),
    /** Worker: it is open, and I am ready. */
    READY('R'),
    /** Worker: this machine lacks what the engine needs. */
    UNAVAILABLE('U'),
    /** Service: develop this. */
    JOB('J'),
    /** Worker: here it is. */
    DEVELOPED('D'),
    /** Worker: the image is at fault. */
    REJECTED('B'),
    /** Worker: the engine is at fault. */
    FAILED('F');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    /** The byte it begins with. */
    int code() {
      return code;
    }

    static Kind of(int code) throws GarbageException {
      for (var kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new GarbageException("No message begins like this");
    }
  }

  Message(Kind kind, byte[] facts) {
    this(kind, facts, List.of());
  }
}
