package dev.safelight.ingest.upload.resumable;

import java.time.Duration;

/** Why a step of an upload is not done; its sender can mend each of them. */
public sealed interface Objection {

  /** There is no such upload, it has expired, or it is somebody else's. */
  record Unknown() implements Objection {}

  /**
   * Another request is at it.
   *
   * @param retryAfter when it is free at the latest if nobody is at it any more
   */
  record Busy(Duration retryAfter) implements Objection {}

  /** It is to be completed and its bytes are not there. */
  record NotArrived() implements Objection {}

  /**
   * The bytes do not follow those that are there.
   *
   * @param offset how many are there
   */
  record WrongOffset(long offset) implements Objection {}

  /**
   * More bytes than were announced.
   *
   * @param size how many were
   */
  record MoreThanAnnounced(long size) implements Objection {}

  /** The bytes of a part are not those that its sender's digest is of; they were thrown away. */
  record OtherPart() implements Objection {}

  /**
   * The bytes of the file are not those that its sender's digest is of.
   *
   * @param actual digest of what came, in hexadecimal
   */
  record OtherFile(String actual) implements Objection {}

  /**
   * Its sender has begun more than may be open at a time.
   *
   * @param most how many may
   */
  record TooManyOpen(int most) implements Objection {}

  /**
   * It came in more parts than we keep.
   *
   * @param most how many we do
   */
  record TooManyParts(int most) implements Objection {}
}
