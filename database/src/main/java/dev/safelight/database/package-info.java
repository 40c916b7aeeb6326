/**
 * How our services speak MongoDB: one client with time-outs, one kind of outage, indexes that are
 * declared when the server comes, and leases for work that one instance at a time does.
 */
@NullMarked
package dev.safelight.database;

import org.jspecify.annotations.NullMarked;
