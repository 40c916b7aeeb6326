/** HTTP for operators only: health and metrics. */
@NullMarked
package dev.safelight.scanner.web;

import org.jspecify.annotations.NullMarked;
