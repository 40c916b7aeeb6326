package dev.safelight.processor.worker;

import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.RejectionReason;

/** The image is at fault. */
record Rejected(RejectionReason reason, String detail) {

  /** A sentence for people; no engine needs more. */
  private static final int MAX_DETAIL = 500;

  Rejected {
    if (detail.length() > MAX_DETAIL || detail.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A detail is one sentence");
    }
  }

  static Message message(BadImageException verdict) {
    return new Message(
        Message.Kind.REJECTED, Json.write(new Rejected(verdict.reason(), verdict.detail())));
  }

  BadImageException verdict() {
    return new BadImageException(reason, detail);
  }
}
