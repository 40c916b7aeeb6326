package dev.safelight.standalone.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.safelight.standalone.GatheredJars;
import dev.safelight.standalone.state.Secrets;
import dev.safelight.standalone.supervisor.Readiness;
import dev.safelight.standalone.token.TokenCommand;
import dev.safelight.testservers.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real provider in a process of its own, and {@code make token} against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {

  private static final int SIGN_IN = 5; // from the first port of the block

  private final int port = FreePort.find();
  private final URI issuer = URI.create("http://127.0.0.1:" + port);
  private final HttpClient http = HttpClient.newHttpClient();

  private Path home;
  private Process provider;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    home = folder;
    new Secrets(Files.createDirectories(home.resolve("secrets"))).prepareSignIn();
    startProvider();
  }

  private void startProvider() throws IOException {
    var environment =
        Map.of(
            "SERVER_PORT", String.valueOf(port),
            "SAFELIGHT_SIGNIN_ISSUER", issuer.toString(),
            "SAFELIGHT_SIGNIN_ORIGIN", "http://127.0.0.1:8080",
            "SAFELIGHT_SIGNIN_SECRETS", home.resolve("secrets").toString());
    provider = GatheredJars.start(SignIn.class, environment, home.resolve("log"));
    var ready = new Readiness.Answering(issuer.resolve("/.well-known/openid-configuration"));
    await().atMost(Duration.ofMinutes(2)).until(ready::met);
  }

  @AfterAll
  void stop() {
    provider.destroyForcibly();
    http.close();
  }

  @Test
  void aTokenSaysWhoseItIsAndWhatItIsFor() throws Exception {
    var token = SignedJWT.parse(token("demo"));
    var claims = token.getJWTClaimsSet();

    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(claims.getIssuer()).isEqualTo(issuer.toString());
    assertThat(claims.getAudience()).containsExactly("safelight");
    assertThat(UUID.fromString(claims.getSubject())).hasToString(secret("demo-id"));
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("demo");
    assertThat(claims.getStringListClaim("roles")).isEmpty();
    assertThat(claims.getStringClaim("scope").split(" ", -1))
        .containsExactlyInAnyOrder("openid", "images:read", "images:write");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void theAdministratorHasTheRole() throws Exception {
    var claims = SignedJWT.parse(token("admin")).getJWTClaimsSet();

    assertThat(claims.getStringListClaim("roles")).containsExactly("admin");
    assertThat(claims.getSubject()).isEqualTo(secret("admin-id"));
  }

  @Test
  void aTokenIsVerifiedByThePublishedKeyAlsoAfterARestart() throws Exception {
    var token = SignedJWT.parse(token("demo"));
    provider.destroyForcibly().waitFor();
    startProvider();

    var keys = JWKSet.parse(get("/oauth2/jwks").body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
  }

  @Test
  void discoveryNamesTheEndpoints() throws Exception {
    assertThat(get("/.well-known/openid-configuration").body())
        .contains("\"issuer\":\"" + issuer + "\"")
        .contains("\"jwks_uri\":\"" + issuer + "/oauth2/jwks\"")
        .contains("\"code_challenge_methods_supported\":[\"S256\"]");
  }

  @Test
  void aWrongPasswordGetsNoToken() throws Exception {
    var file = home.resolve("secrets/demo-password");
    var right = Files.readString(file);
    Files.writeString(file, "wrong"); // the provider read the right one when it started
    try {
      assertThat(token("demo")).isEqualTo("Sign-in refuses the password of demo.");
    } finally {
      Files.writeString(file, right);
    }
  }

  @Test
  void aCodeIsNotGivenWithoutProofKeyNorToAnotherAddress() throws Exception {
    var request = "/oauth2/authorize?response_type=code&client_id=safelight-web&scope=openid";

    var withoutProof = get(request + "&redirect_uri=http://127.0.0.1:8080/");
    assertThat(withoutProof.headers().firstValue("Location").orElse(""))
        .contains("error=invalid_request");
    assertThat(
            get(request
                    + "&code_challenge_method=S256&code_challenge=x&redirect_uri=http://evil.example/")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void browsersMayFetchTokensFromOurPageOnly() throws Exception {
    assertThat(
            preflight("http://127.0.0.1:8080").headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("http://127.0.0.1:8080");
    assertThat(preflight("http://evil.example").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(issuer.resolve(path))
            .header("Accept", "text/html, application/json"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** What {@code make token} prints. */
  private String token(String user) throws Exception {
    var environment =
        Map.of("SAFELIGHT_HOME", home.toString(), "SAFELIGHT_PORT", String.valueOf(port - SIGN_IN));
    var output = Files.createTempFile(home, "token", "");
    GatheredJars.start(TokenCommand.class, environment, output, user).waitFor();
    var lines = Files.readAllLines(output);
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private String secret(String name) throws IOException {
    return Files.readString(home.resolve("secrets").resolve(name)).strip();
  }
}
