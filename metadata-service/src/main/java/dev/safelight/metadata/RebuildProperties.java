package dev.safelight.metadata;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the catalog is made anew from the topics.
 *
 * @param versionMargin how much higher the versions of images and items are afterwards than the
 *     topics tell. More than the changes that one of them can have had which were answered but not
 *     announced when the database was lost, so that no {@code ETag} comes again for other content
 */
@Validated
@ConfigurationProperties("safelight.metadata.rebuild")
record RebuildProperties(@DefaultValue("1000") @Min(0) long versionMargin) {}
