/** The HTTP edge: records as JSON, pictures as bytes, refusals as problems. */
@NullMarked
package dev.safelight.metadata.web;

import org.jspecify.annotations.NullMarked;
