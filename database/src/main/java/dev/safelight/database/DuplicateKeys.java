package dev.safelight.database;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;

/** Tells a write that came second from one that failed. */
public final class DuplicateKeys {

  private DuplicateKeys() {}

  /** Whether a write failed because a document has that id, or that unique value, already. */
  public static boolean caused(Throwable failure) {
    return failure instanceof MongoServerException answer
        && ErrorCategory.fromErrorCode(answer.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
