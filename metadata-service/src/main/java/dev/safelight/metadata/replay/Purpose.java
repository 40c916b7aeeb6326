package dev.safelight.metadata.replay;

/** What for an image goes through the pipeline once more. */
public enum Purpose {
  /** To be judged by the signatures of today; its pictures stay as they are. */
  RESCAN("rescan", "image.rescanned"),
  /** To be judged, and to be developed by the settings of today. */
  REPROCESS("reprocess", "image.reprocessed");

  private final String label;
  private final String action;

  Purpose(String label, String action) {
    this.label = label;
    this.action = action;
  }

  /** The name that the pipeline knows. */
  public String label() {
    return label;
  }

  /** The name in the audit log. */
  String action() {
    return action;
  }
}
