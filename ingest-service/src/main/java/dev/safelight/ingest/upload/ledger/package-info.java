/**
 * What becomes of the room that images take: how much each owner has, what events say of it, and
 * how abandoned uploads are found.
 *
 * <p>Part of the core: knows {@code upload}, Reactor and the JDK.
 */
@NullMarked
package dev.safelight.ingest.upload.ledger;

import org.jspecify.annotations.NullMarked;
