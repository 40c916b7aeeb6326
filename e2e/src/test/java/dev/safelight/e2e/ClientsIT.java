package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.safelight.e2e.clients.NodeProject;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The clients that people use, from npm: tus-js-client, Uppy's XHR and S3 uploaders, and fetch.
 * What they do is in {@code e2e/clients}; where there is no Node.js, it is left out.
 */
@OnStack
@Order(7)
class ClientsIT {

  private final SafelightStack stack;

  ClientsIT(SafelightStack stack) {
    this.stack = stack;
  }

  @Test
  void clientsOfOthersUpload() {
    var project = NodeProject.copiedTo(Path.of("target", "clients"));
    var missing = project.install();
    assumeThat(missing).as("npm and its packages; without them this is left out").isEmpty();

    var environment =
        Map.of("SAFELIGHT_URL", stack.gateway().toString(), "SAFELIGHT_TOKEN", stack.token("demo"));
    var run = project.run(environment, "npm", "test", "--silent");

    assertThat(run.exit()).as(run.output()).isZero();
  }
}
