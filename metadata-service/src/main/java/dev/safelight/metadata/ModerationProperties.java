package dev.safelight.metadata;

import dev.safelight.metadata.moderation.HoldRules;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which images nobody but their owner sees before a moderator or a classifier approved them. Counts
 * for what is uploaded or changed from then on.
 *
 * @param hold {@code none}, {@code public} (images for everybody) or {@code all}
 * @param kinds kinds of items, such as {@code product}, whose images are held besides, whoever may
 *     see them
 */
@Validated
@ConfigurationProperties("safelight.metadata.moderation")
record ModerationProperties(
    @DefaultValue("none") HoldRules.Scope hold, @DefaultValue Set<String> kinds) {}
