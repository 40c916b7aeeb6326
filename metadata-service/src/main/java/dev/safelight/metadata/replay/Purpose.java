package dev.safelight.metadata.replay;

/** What for an image goes through the pipeline once more. */
public enum Purpose {
  /** To be judged by the signatures of today; its pictures stay as they are. */
  RESCAN("image.rescanned"),
  /** To be judged, and to be developed by the settings of today. */
  REPROCESS("image.reprocessed");

  private final String action;

  Purpose(String action) {
    this.action = action;
  }

  /** The name in the audit log. */
  String action() {
    return action;
  }
}
