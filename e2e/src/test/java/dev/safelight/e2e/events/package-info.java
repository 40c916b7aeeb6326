/** A downstream consumer: it knows the contract of the events and where the broker is. */
package dev.safelight.e2e.events;
