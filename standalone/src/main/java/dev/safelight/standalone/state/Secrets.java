package dev.safelight.standalone.state;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The passwords and keys of one stack, made at its first start, each in a file only the owner can
 * read.
 *
 * <p>A file is there whole or not at all, and once there it is never written again.
 */
public final class Secrets {

  /** File with the private key that signs tokens: PKCS#8, Base64. */
  public static final String SIGNING_KEY = "signing-key";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  /** Keeps them in this existing folder. */
  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** Makes what sign-in needs: for each user a password and an opaque id, and the signing key. */
  public void prepareSignIn() {
    for (var user : new String[] {"demo", "admin"}) {
      secret(user + "-password", () -> random(12));
      secret(user + "-id", () -> UUID.randomUUID().toString());
    }
    secret(SIGNING_KEY, Secrets::rsaKey);
  }

  /** The S3 key pair of a service, which opens that service's buckets only. */
  public KeyPair s3(String service) {
    return new KeyPair(
        secret("s3-" + service + "-access-key", () -> service + "-" + random(6)),
        secret("s3-" + service + "-secret-key", () -> random(30)));
  }

  /**
   * What a client of S3 shows.
   *
   * @param accessKey name of the key, no secret
   * @param secretKey what signs the requests
   */
  public record KeyPair(String accessKey, String secretKey) {}

  private String secret(String name, Supplier<String> fresh) {
    var file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(file, fresh.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file, String value) throws IOException {
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    var draft =
        Files.createTempFile(folder, "new-", "", PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(draft, value + "\n");
    Files.move(draft, file, ATOMIC_MOVE);
  }

  private static String random(int bytes) {
    var value = new byte[bytes];
    RANDOM.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  private static String rsaKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has RSA
    }
  }
}
