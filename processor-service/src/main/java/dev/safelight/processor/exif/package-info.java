/** What a camera notes beside a picture, read by metadata-extractor. */
@NullMarked
package dev.safelight.processor.exif;

import org.jspecify.annotations.NullMarked;
