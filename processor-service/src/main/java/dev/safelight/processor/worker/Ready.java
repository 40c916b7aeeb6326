package dev.safelight.processor.worker;

import dev.safelight.processor.process.PictureFormat;
import java.util.Set;

/**
 * What a worker says once it is ready.
 *
 * @param identity of its engine
 * @param formats what the engine can write
 * @param sandbox what keeps the worker from doing anything else
 */
record Ready(String identity, Set<PictureFormat> formats, String sandbox) {}
