package dev.safelight.processor.jpeg;

/** A JPEG that cannot be decoded. */
public class JpegException extends RuntimeException {

  /** What is wrong with it. */
  public enum Fault {
    /** It ends before its last pixel. */
    CUT_OFF,
    /** Its pixels are more, or others, than were expected. */
    LARGER,
    /** It contradicts itself or the standard. */
    DAMAGED,
    /** It may be sound, but is of a kind that this decoder does not know. */
    UNSUPPORTED
  }

  private final Fault fault;

  JpegException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  static JpegException damaged(String message) {
    return new JpegException(Fault.DAMAGED, message);
  }

  static JpegException cutOff() {
    return new JpegException(Fault.CUT_OFF, "The data ends too early");
  }

  static JpegException unsupported(String message) {
    return new JpegException(Fault.UNSUPPORTED, message);
  }

  /** What is wrong with it. */
  public Fault fault() {
    return fault;
  }
}
