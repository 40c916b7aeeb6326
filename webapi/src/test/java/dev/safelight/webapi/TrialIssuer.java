package dev.safelight.webapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An OpenID provider as far as resource servers look at one: discovery and keys. */
final class TrialIssuer implements AutoCloseable {

  private final RSAKey key;
  private final DisposableServer server;

  TrialIssuer() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("trial").generate();
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(
                routes ->
                    routes
                        .get(
                            "/.well-known/openid-configuration",
                            (request, response) ->
                                response
                                    .header("content-type", "application/json")
                                    .sendString(reactor.core.publisher.Mono.just(discovery())))
                        .get(
                            "/jwks",
                            (request, response) ->
                                response
                                    .header("content-type", "application/json")
                                    .sendString(
                                        reactor.core.publisher.Mono.just(
                                            new JWKSet(key.toPublicJWK()).toString()))))
            .bindNow();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** A good token for {@code user} but for what {@code change} makes of it. */
  String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(JWSAlgorithm.RS256, change);
  }

  String signed(JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      var claims =
          new JWTClaimsSet.Builder()
              .issuer(url())
              .audience("safelight")
              .subject("user-1")
              .claim("scope", List.of("images:read"))
              .expirationTime(Date.from(Instant.now().plusSeconds(300)));
      var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
      var jwt = new SignedJWT(header, change.apply(claims).build());
      JWSSigner signer = new RSASSASigner(key);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String discovery() {
    return """
        {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "authorization_endpoint": "%1$s/authorize",
         "subject_types_supported": ["public"], "response_types_supported": ["code"],
         "id_token_signing_alg_values_supported": ["RS256"]}"""
        .formatted(url());
  }

  @Override
  public void close() {
    server.disposeNow();
  }
}
