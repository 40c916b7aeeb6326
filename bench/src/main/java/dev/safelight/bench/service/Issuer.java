package dev.safelight.bench.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An OpenID provider as far as resource servers look at one: discovery, keys, and tokens. */
public final class Issuer implements AutoCloseable {

  private final KeyPair key;
  private final HttpServer server;

  /** Starts one with a key of its own. */
  public Issuer() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    key = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/.well-known/openid-configuration", discovery());
    answer("/jwks", keys());
    server.start();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token by which an account may upload and read for a day. */
  public String token(String subject) throws GeneralSecurityException {
    var claims =
        "{\"iss\":\"%s\",\"aud\":\"safelight\",\"sub\":\"%s\",\"scope\":\"images:write images:read\",\"exp\":%d}"
            .formatted(url(), subject, Instant.now().plus(Duration.ofDays(1)).getEpochSecond());
    var signed =
        encoded("{\"alg\":\"RS256\",\"kid\":\"bench\"}".getBytes(UTF_8))
            + '.'
            + encoded(claims.getBytes(UTF_8));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + '.' + encoded(signature.sign());
  }

  private String discovery() {
    return """
    {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "authorization_endpoint": "%1$s/authorize",
     "subject_types_supported": ["public"], "response_types_supported": ["code"],
     "id_token_signing_alg_values_supported": ["RS256"]}"""
        .formatted(url());
  }

  private String keys() {
    var open = (RSAPublicKey) key.getPublic();
    return """
    {"keys": [{"kty": "RSA", "kid": "bench", "alg": "RS256", "use": "sig", "n": "%s", "e": "%s"}]}"""
        .formatted(
            encoded(magnitude(open.getModulus())), encoded(magnitude(open.getPublicExponent())));
  }

  /** Without the byte for the sign. */
  private static byte[] magnitude(BigInteger number) {
    var bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void answer(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var body = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
