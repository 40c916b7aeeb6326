/**
 * The process that holds what the services keep: a Kafka broker, an S3 server on the local disk and
 * a MongoDB-compatible server, each of them only where no outside one is used.
 *
 * <p>Whatever one of them acknowledged is on its way to the disk by then and survives {@code kill
 * -9}. Surviving the loss of power is what real servers are for.
 */
@NullMarked
package dev.safelight.standalone.stores;

import org.jspecify.annotations.NullMarked;
