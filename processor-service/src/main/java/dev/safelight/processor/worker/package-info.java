/**
 * Developing in processes of their own, which can be killed: one image at a time each, started
 * ahead, reused, replaced after many images or one failure.
 *
 * <p>What reads an uploader's bytes may crash, hang, take all memory or be taken over. So a worker
 * has no credentials, and the service takes nothing it says on trust.
 */
@NullMarked
package dev.safelight.processor.worker;

import org.jspecify.annotations.NullMarked;
