package dev.safelight.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.standalone.clamav.Programs;
import dev.safelight.standalone.state.Secrets;
import dev.safelight.standalone.state.StartRefusedException;
import dev.safelight.standalone.state.StateFolder;
import dev.safelight.standalone.supervisor.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private StateFolder state;

  @BeforeEach
  void holdTheFolder() throws IOException {
    state = StateFolder.hold(folder.resolve("home"));
    environment.put("SAFELIGHT_PORT", String.valueOf(freeBlock()));
    install("clamd");
  }

  @AfterEach
  void letGo() throws IOException {
    state.close();
  }

  @Test
  void isWholeByItself() {
    var parts = parts();

    assertThat(parts).extracting(Part::name).startsWith("stores", "clamd");
    assertThat(parts)
        .extracting(Part::name)
        .contains("sign-in", "ingest", "scanner", "processor", "metadata", "gateway");
    assertThat(part("scanner").needs()).containsExactlyInAnyOrder("stores", "clamd");
    assertThat(part("gateway").needs()).containsExactlyInAnyOrder("ingest", "metadata");
    assertThat(part("stores").environment())
        .containsKeys("STORES_KAFKA_PORT", "STORES_S3_PORT", "STORES_MONGODB_PORT");
  }

  @Test
  void givesEachServiceAKeyOfItsOwn() {
    assertThat(part("ingest").environment().get("SAFELIGHT_S3_SECRET_KEY"))
        .isEqualTo(new Secrets(state.folder("secrets")).s3("ingest").secretKey())
        .isNotEqualTo(part("scanner").environment().get("SAFELIGHT_S3_SECRET_KEY"));
  }

  @Test
  void marksEveryProcessOfOurs() {
    assertThat(parts())
        .filteredOn(part -> part.command().getFirst().endsWith("java"))
        .hasSize(7)
        .allSatisfy(part -> assertThat(part.command()).contains(state.mark()));
  }

  @Test
  void startsNoneOfTheServersThatAreOutside() {
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    environment.put("MONGODB_URI", "mongodb://mongo/images");
    environment.put("S3_ENDPOINT", "https://s3");
    environment.put("S3_ACCESS_KEY", "key");
    environment.put("S3_SECRET_KEY", "secret");
    environment.put("CLAMD_HOST", "clam");
    environment.put("OIDC_ISSUER", "https://issuer");

    assertThat(parts())
        .extracting(Part::name)
        .containsExactly("ingest", "scanner", "processor", "metadata", "gateway");
    assertThat(part("metadata").environment())
        .containsEntry("SPRING_MONGODB_URI", "mongodb://mongo/images")
        .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
        .containsEntry("SAFELIGHT_S3_SECRET_KEY", "secret")
        .containsEntry("SAFELIGHT_OIDC_ISSUER", "https://issuer");
    assertThat(part("scanner").environment()).containsEntry("SAFELIGHT_SCANNER_CLAMD_HOST", "clam");
  }

  @Test
  void leavesOutOfTheStoresWhatIsOutside() {
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");

    assertThat(part("stores").environment())
        .containsKeys("STORES_S3_PORT", "STORES_MONGODB_PORT")
        .doesNotContainKeys("STORES_KAFKA_PORT", "STORES_CONTROLLER_PORT");
  }

  @Test
  void prefersAMongodOfTheMachine() throws Exception {
    install("mongod");

    assertThat(part("mongodb").command()).contains("--dbpath", "127.0.0.1");
    assertThat(part("stores").environment()).doesNotContainKey("STORES_MONGODB_PORT");
    assertThat(part("metadata").needs()).containsExactlyInAnyOrder("stores", "mongodb");
  }

  @Test
  void keepsToTheEmbeddedDataOfEarlierRunsThoughMongodWasInstalledSince() throws Exception {
    state.folder("mongodb");
    install("mongod");

    assertThat(parts()).extracting(Part::name).doesNotContain("mongodb");
  }

  @Test
  void refusesToForgetTheDataOfAMongodThatIsGone() {
    state.folder("mongod");

    assertThatExceptionOfType(StartRefusedException.class)
        .isThrownBy(this::parts)
        .withMessageContaining("MONGODB_URI");
  }

  @Test
  void doesNotStartWithoutAVirusScanner() throws Exception {
    Files.delete(folder.resolve("bin/clamd"));

    assertThatExceptionOfType(StartRefusedException.class)
        .isThrownBy(this::parts)
        .withMessageContaining("ClamAV is not installed")
        .withMessageContaining("CLAMD_HOST");
  }

  @Test
  void theBannerWarnsWhenThereAreNoVirusSignatures() throws Exception {
    assertThat(stack().banner(1.5))
        .contains(
            "ready after 1.5 s", "make token", "NO VIRUS SIGNATURES", "freshclam is not installed");

    Files.writeString(folder.resolve("home/clamav/signatures/daily.cvd"), "");

    assertThat(stack().banner(1.5)).doesNotContain("NO VIRUS SIGNATURES");
  }

  private Stack stack() {
    var jvm = new JvmPart(Path.of("/jdk/bin/java"), folder, "1", state.mark());
    var secrets = new Secrets(state.folder("secrets"));
    var programs = new Programs(List.of(folder.resolve("bin")));
    return Stack.prepare(new Machine(Settings.from(environment), state, secrets, jvm, programs));
  }

  private List<Part> parts() {
    return stack().parts();
  }

  private Part part(String name) {
    return parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  private void install(String program) throws IOException {
    var file = Files.createDirectories(folder.resolve("bin")).resolve(program);
    var executable = PosixFilePermissions.fromString("rwxr-xr-x");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(executable));
  }

  private static int freeBlock() throws IOException {
    while (true) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var ports = new Ports(Math.min(socket.getLocalPort() + 1, 65_000));
        ports.requireFree(EnumSet.allOf(Ports.Port.class));
        return ports.first();
      } catch (StartRefusedException _) {
        // look further
      }
    }
  }
}
