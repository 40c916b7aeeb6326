/**
 * ClamAV as the engine: a client of clamd's protocol, and the proof that the clamd at the other end
 * looks at everything it is sent.
 *
 * <p>No verdict is passed on before that proof, see {@link
 * dev.safelight.scanner.clamav.ProvenClamd}.
 */
@NullMarked
package dev.safelight.scanner.clamav;

import org.jspecify.annotations.NullMarked;
