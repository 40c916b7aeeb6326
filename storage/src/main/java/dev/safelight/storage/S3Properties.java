package dev.safelight.storage;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the object store is and how long to wait for it.
 *
 * @param endpoint address of an S3 server; none for Amazon's own
 * @param publicEndpoint address under which clients outside reach the same server, which is what
 *     presigned addresses are made for; by default the endpoint. A proxy on the way has to keep the
 *     {@code Host} header, since that is signed
 * @param region region to sign for; servers outside of Amazon take any
 * @param accessKey access key; none for the SDK's default chain (environment, profile, role)
 * @param secretKey secret of the access key
 * @param pathStyle whether buckets are addressed by path, as most servers outside of Amazon need
 * @param quarantineBucket bucket of originals that nobody has cleared
 * @param imagesBucket bucket of the variants that may be shown
 * @param connectTimeout longest wait for a connection
 * @param attemptTimeout longest wait for one attempt of a call, its body included
 * @param connections most connections at a time
 */
@Validated
@ConfigurationProperties("safelight.s3")
record S3Properties(
    @Nullable URI endpoint,
    @Nullable URI publicEndpoint,
    @DefaultValue("us-east-1") @NotBlank String region,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @DefaultValue("true") boolean pathStyle,
    @DefaultValue("quarantine") @NotBlank String quarantineBucket,
    @DefaultValue("images") @NotBlank String imagesBucket,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("60s") Duration attemptTimeout,
    @DefaultValue("100") @Min(1) int connections) {

  @Nullable URI publicEndpointOrDefault() {
    return publicEndpoint == null ? endpoint : publicEndpoint;
  }
}
