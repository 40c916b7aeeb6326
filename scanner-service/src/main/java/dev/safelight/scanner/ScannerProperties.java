package dev.safelight.scanner;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the scanner takes on.
 *
 * @param maxSize largest original to be judged, at least the upload limit of ingest; the engine has
 *     to prove at start that it inspects this much, and what is larger is rejected
 */
@Validated
@ConfigurationProperties("safelight.scanner")
record ScannerProperties(@DefaultValue("10MB") DataSize maxSize) {}
