/**
 * {@code docs/openapi.yaml} as a judge, for tests alone: whether it names what the services handle,
 * and whether they answer what it says.
 */
@NullMarked
package dev.safelight.apicontract;

import org.jspecify.annotations.NullMarked;
