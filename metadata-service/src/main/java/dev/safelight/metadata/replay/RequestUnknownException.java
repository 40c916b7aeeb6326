package dev.safelight.metadata.replay;

/** Nobody knows any more what the uploader asked to be made of the image. */
public class RequestUnknownException extends RuntimeException {

  /** Says so. */
  public RequestUnknownException() {
    super("The record is of before requests were kept");
  }
}
