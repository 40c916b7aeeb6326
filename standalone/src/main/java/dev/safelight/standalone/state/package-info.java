/**
 * What a stack on one machine keeps between two runs: its folder, held by one run at a time, and
 * its secrets.
 */
@NullMarked
package dev.safelight.standalone.state;

import org.jspecify.annotations.NullMarked;
