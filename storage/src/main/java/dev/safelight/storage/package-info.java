/**
 * How our services speak S3: one client, one kind of outage, blocking reads for the consumers and
 * reactive ones for the HTTP edges.
 */
@NullMarked
package dev.safelight.storage;

import org.jspecify.annotations.NullMarked;
