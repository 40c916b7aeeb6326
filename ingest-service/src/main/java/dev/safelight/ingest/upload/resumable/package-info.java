/**
 * Uploads that are more than one request: a file that is put into quarantine by its sender and then
 * completed, and one that comes in parts (tus). Both end in the checks that every upload passes.
 *
 * <p>What is known of them is in a database and what came of them in an object store, never in
 * memory, so that any instance can go on with them at any time.
 */
@NullMarked
package dev.safelight.ingest.upload.resumable;

import org.jspecify.annotations.NullMarked;
