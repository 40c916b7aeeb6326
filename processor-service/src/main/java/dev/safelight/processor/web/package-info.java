/** HTTP for operators only: health and metrics. */
@NullMarked
package dev.safelight.processor.web;

import org.jspecify.annotations.NullMarked;
