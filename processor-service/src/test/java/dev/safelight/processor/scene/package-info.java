/** Pictures that the tests draw, and the files that are made of them number by number. */
@NullMarked
package dev.safelight.processor.scene;

import org.jspecify.annotations.NullMarked;
