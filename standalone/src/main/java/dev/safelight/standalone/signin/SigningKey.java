package dev.safelight.standalone.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.safelight.standalone.state.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key that signs tokens, the same after every start, so that a restart signs nobody out. Its id
 * is its thumbprint (RFC 7638).
 */
final class SigningKey {

  private SigningKey() {}

  static RSAKey read(Path secrets) throws IOException, GeneralSecurityException, JOSEException {
    var encoded = Files.readString(secrets.resolve(Secrets.SIGNING_KEY)).strip();
    var rsa = KeyFactory.getInstance("RSA");
    var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
    var key = (RSAPrivateCrtKey) rsa.generatePrivate(spec);
    var numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
    return new RSAKey.Builder((RSAPublicKey) rsa.generatePublic(numbers))
        .privateKey(key)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .keyIDFromThumbprint()
        .build();
  }
}
