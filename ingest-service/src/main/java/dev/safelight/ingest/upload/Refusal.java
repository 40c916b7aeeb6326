package dev.safelight.ingest.upload;

import java.util.List;

/** Why a file may not enter. Expected, hence a value; every one is the uploader's to mend. */
public sealed interface Refusal {

  /**
   * More bytes than we take.
   *
   * @param maxSize most bytes of a file
   * @param actualSize bytes it has
   */
  record TooLarge(long maxSize, long actualSize) implements Refusal {}

  /** No bytes at all. */
  record Empty() implements Refusal {}

  /**
   * Not the bytes of which its sender declared the digest.
   *
   * @param header the header that did
   */
  record Altered(String header) implements Refusal {}

  /**
   * Not a kind of image we take, whatever was declared.
   *
   * @param allowedTypes media types we take
   * @param receivedType media type of what it seems to be
   */
  record UnsupportedType(List<String> allowedTypes, String receivedType) implements Refusal {}

  /**
   * Cut off, broken or lying.
   *
   * @param reason a sentence for the uploader
   */
  record Unreadable(String reason) implements Refusal {}

  /**
   * Too wide, too high or too many pixels.
   *
   * @param reason a sentence for the uploader
   */
  record Dimensions(String reason) implements Refusal {}

  /**
   * Too narrow or too low.
   *
   * @param reason a sentence for the uploader
   */
  record TooSmall(String reason) implements Refusal {}

  /**
   * The owner has no room left for it.
   *
   * @param limit bytes the owner may have
   * @param used bytes of the owner's images
   * @param size bytes of this one
   */
  record OverQuota(long limit, long used, long size) implements Refusal {}

  /**
   * It is for an item that is not there, or takes nothing from this uploader.
   *
   * @param itemId as it was given
   */
  record UnknownItem(String itemId) implements Refusal {}

  /**
   * More come in than one may send.
   *
   * @param decision which limit is spent, and for how long
   */
  record RateLimited(RateDecision decision) implements Refusal {}
}
