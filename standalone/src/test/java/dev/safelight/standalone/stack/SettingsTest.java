package dev.safelight.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.stack.Settings.Outside;
import dev.safelight.standalone.state.StartRefusedException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void needNothingToBeSet() {
    var settings = Settings.from(Map.of("S3_ENDPOINT", " "));

    assertThat(settings.home()).isEqualTo(Path.of(".safelight").toAbsolutePath());
    assertThat(settings.ports().of(Port.GATEWAY)).isEqualTo(8080);
    assertThat(settings.ports().of(Port.KAFKA_CONTROLLER)).isEqualTo(8090);
    assertThat(settings.startLimit()).isEqualTo(Duration.ofMinutes(3));
    assertThat(settings.outside()).isEqualTo(new Outside(null, null, null, null, null));
  }

  @Test
  void nameOutsideServers() {
    var environment =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "k:1",
            "MONGODB_URI", "mongodb://m/x",
            "S3_ENDPOINT", "https://s",
            "S3_ACCESS_KEY", "a",
            "S3_SECRET_KEY", "b",
            "CLAMD_HOST", "c",
            "OIDC_ISSUER", "https://o");

    assertThat(Addresses.of(Settings.from(environment)))
        .isEqualTo(
            new Addresses(
                "k:1", "mongodb://m/x", "https://s", new Settings.Clamd("c", 3310), "https://o"));
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://m:1/x, mongodb://m:1/new",
    "mongodb://m, mongodb://m/new",
    "mongodb://u:p@a:1%2Cb:2/x?replicaSet=r, mongodb://u:p@a:1%2Cb:2/new?replicaSet=r",
    "mongodb+srv://m?w=1, mongodb+srv://m/new?w=1"
  })
  void nameAnotherDatabaseOnTheSameServer(String uri, String expected) {
    var addresses = Addresses.of(Settings.from(Map.of("MONGODB_URI", uri)));

    assertThat(addresses.mongodb("new")).isEqualTo(expected);
  }

  @Test
  void wantTheKeysOfAnOutsideS3Server() {
    assertThatExceptionOfType(StartRefusedException.class)
        .isThrownBy(() -> Settings.from(Map.of("S3_ENDPOINT", "https://s")))
        .withMessageContaining("S3_ACCESS_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "65530", "many"})
  void refuseAPortThatCannotBe(String port) {
    assertThatExceptionOfType(StartRefusedException.class)
        .isThrownBy(() -> Settings.from(Map.of("SAFELIGHT_PORT", port)))
        .withMessageContaining("SAFELIGHT_PORT=" + port);
  }

  @Test
  void portsThatAreTakenAreNamedWithTheWayOut() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = new Ports(taken.getLocalPort() - 6);

      assertThatExceptionOfType(StartRefusedException.class)
          .isThrownBy(() -> ports.requireFree(Set.of(Port.S3)))
          .withMessageContaining("Port " + taken.getLocalPort() + " (S3)")
          .withMessageContaining("SAFELIGHT_PORT=");
    }
  }
}
