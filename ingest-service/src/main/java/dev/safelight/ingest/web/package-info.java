/** The HTTP side of uploading: reads requests with bounded memory and renders answers. */
@NullMarked
package dev.safelight.ingest.web;

import org.jspecify.annotations.NullMarked;
