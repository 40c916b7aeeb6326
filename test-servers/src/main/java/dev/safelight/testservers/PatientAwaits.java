package dev.safelight.testservers;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has every test that waits look often and give up late: a machine that is busy with something else
 * makes a test slow, not red. Found by the platform in every module that has this one on its path.
 */
public final class PatientAwaits implements LauncherSessionListener {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(20);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(PATIENCE);
    Awaitility.setDefaultPollInterval(INTERVAL);
    Awaitility.setDefaultPollDelay(Duration.ZERO);
  }
}
