package dev.safelight.webapi;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with our web layer, real tokens and a real server. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:webapi-defaults.yml",
      "server.address=127.0.0.1",
      "spring.main.banner-mode=off"
    })
class WebApiIT {

  private static final TrialIssuer ISSUER = issuer();

  @LocalServerPort int port;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry registry) {
    registry.add("safelight.oidc.issuer", ISSUER::url);
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @Test
  void aGoodTokenSaysWhoIsCalling() {
    get("/who", ISSUER.token(claims -> claims.claim("roles", List.of("admin"))))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.subject")
        .isEqualTo("user-1")
        .jsonPath("$.roles[0]")
        .isEqualTo("admin")
        .jsonPath("$.scopes[0]")
        .isEqualTo("images:read");
  }

  @Test
  void nobodyInParticularIsAnonymousWhereThatIsAllowed() {
    client().get().uri("/open").exchange().expectBody().jsonPath("$.subject").isEqualTo("");
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenIsAskedToSignInAgain(String token) {
    problem(get("/who", token), HttpStatus.UNAUTHORIZED, "unauthorized");
  }

  @Test
  void noTokenIsAskedToSignIn() {
    var answer = client().get().uri("/who").exchange();
    answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer");
    problem(answer, HttpStatus.UNAUTHORIZED, "unauthorized").jsonPath("$.traceId").isNotEmpty();
  }

  @Test
  void aCookieIsNoCredential() {
    var answer =
        client()
            .get()
            .uri("/who")
            .cookie("SESSION", ISSUER.token(UnaryOperator.identity()))
            .cookie("access_token", ISSUER.token(UnaryOperator.identity()))
            .exchange();
    answer.expectHeader().doesNotExist("Set-Cookie");
    problem(answer, HttpStatus.UNAUTHORIZED, "unauthorized");
  }

  @Test
  void aMissingScopeIsForbidden() {
    var answer =
        client()
            .post()
            .uri("/write")
            .headers(headers -> headers.setBearerAuth(ISSUER.token(UnaryOperator.identity())))
            .exchange();
    problem(answer, HttpStatus.FORBIDDEN, "forbidden");
  }

  @Test
  void whatNoRuleNamesIsDenied() {
    problem(get("/hidden", goodToken()), HttpStatus.FORBIDDEN, "forbidden");
  }

  @Test
  void aFailureOfOursTellsNothingButItsTrace() {
    problem(get("/bug", goodToken()), HttpStatus.INTERNAL_SERVER_ERROR, "internal")
        .jsonPath("$.traceId")
        .isNotEmpty()
        .jsonPath("$.detail")
        .value(
            String.class,
            detail ->
                org.assertj.core.api.Assertions.assertThat(detail)
                    .doesNotContain("secret")
                    .doesNotContain("Exception"));
  }

  @Test
  void frameworkErrorsAreProblemsToo() {
    problem(get("/number?n=x", goodToken()), HttpStatus.BAD_REQUEST, "http-400")
        .jsonPath("$.instance")
        .isEqualTo("/number");
    problem(get("/who/none", goodToken()), HttpStatus.NOT_FOUND, "http-404");
  }

  @Test
  void membersAndHeadersOfAProblemArrive() {
    var answer = get("/busy", goodToken());
    answer.expectHeader().valueEquals("Retry-After", "5");
    problem(answer, HttpStatus.SERVICE_UNAVAILABLE, "unavailable")
        .jsonPath("$.part")
        .isEqualTo("storage");
  }

  @Test
  void healthIsOpen() {
    client().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    client().get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
  }

  static List<String> badTokens() throws Exception {
    try (var stranger = new TrialIssuer()) {
      return List.of(
          "garbage",
          ISSUER.token(claims -> claims.audience("other")),
          ISSUER.token(claims -> claims.audience(List.of())),
          ISSUER.token(claims -> claims.issuer("http://127.0.0.1:1")),
          ISSUER.token(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
          ISSUER.signed(JWSAlgorithm.RS512, UnaryOperator.identity()),
          stranger.token(claims -> claims.issuer(ISSUER.url())),
          new com.nimbusds.jwt.PlainJWT(
                  new JWTClaimsSet.Builder()
                      .issuer(ISSUER.url())
                      .audience("safelight")
                      .subject("user-1")
                      .build())
              .serialize());
    }
  }

  private static WebTestClient.BodyContentSpec problem(
      WebTestClient.ResponseSpec answer, HttpStatus status, String slug) {
    answer.expectStatus().isEqualTo(status);
    answer.expectHeader().contentType(APPLICATION_PROBLEM_JSON);
    return answer
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:" + slug)
        .jsonPath("$.status")
        .isEqualTo(status.value());
  }

  private WebTestClient.ResponseSpec get(String path, String token) {
    return client().get().uri(path).headers(headers -> headers.setBearerAuth(token)).exchange();
  }

  private String goodToken() {
    return ISSUER.token(UnaryOperator.identity());
  }

  private WebTestClient client() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .build();
  }

  private static TrialIssuer issuer() {
    try {
      return new TrialIssuer();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @SpringBootApplication
  static class Trial {

    @Bean
    TrialController controller() {
      return new TrialController();
    }

    @Bean
    AccessRules rules() {
      return requests ->
          requests
              .pathMatchers("/open")
              .permitAll()
              .pathMatchers("/write")
              .hasAuthority("SCOPE_images:write")
              .pathMatchers("/who/**", "/bug", "/number", "/busy")
              .authenticated();
    }
  }

  @RestController
  static class TrialController {

    @GetMapping({"/who", "/open", "/hidden"})
    Caller who(Caller caller) {
      return caller;
    }

    @PostMapping("/write")
    Map<String, String> write() {
      return Map.of();
    }

    @GetMapping("/bug")
    Caller bug() {
      throw new IllegalStateException("secret host name");
    }

    @GetMapping("/number")
    int number(@RequestParam int n) {
      return n;
    }

    @GetMapping("/busy")
    Caller busy() {
      throw Problems.unavailable().with("part", "storage");
    }
  }
}
