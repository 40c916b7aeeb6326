/**
 * The OpenID provider of a stack on one machine: two users, one public client, one signing key, all
 * of them kept in the state folder.
 *
 * <p>It issues the same kind of token a real provider would, so that nothing else in Safelight
 * knows the difference. For more than a demo, point {@code OIDC_ISSUER} at a real one.
 */
@NullMarked
package dev.safelight.standalone.signin;

import org.jspecify.annotations.NullMarked;
