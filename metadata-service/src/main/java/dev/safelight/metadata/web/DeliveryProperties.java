package dev.safelight.metadata.web;

import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pictures get to those who may see them.
 *
 * @param mode {@code stream} sends the bytes; {@code redirect} sends clients to the store by a
 *     signed address ({@code safelight.s3.public-endpoint}), where nothing but the type and the
 *     name can be said of them: no {@code nosniff} and no policy of content
 * @param redirectValidity how long such an address is good for; who has it sees the picture for
 *     that long whatever happens to the image
 * @param publicUrl origin under which addresses of public pictures are given out, such as that of a
 *     content delivery network which asks us; by default they are paths on the origin of the
 *     request
 */
@Validated
@ConfigurationProperties("safelight.metadata.delivery")
record DeliveryProperties(
    @DefaultValue("stream") Mode mode,
    @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(days = 7) Duration redirectValidity,
    @Nullable URI publicUrl) {

  /** Who sends the bytes. */
  enum Mode {
    /** We do. */
    STREAM,
    /** The store does. */
    REDIRECT
  }

  /** What comes before the path of a public picture. */
  String publicOrigin() {
    return publicUrl == null ? "" : publicUrl.toString().replaceFirst("/+$", "");
  }
}
