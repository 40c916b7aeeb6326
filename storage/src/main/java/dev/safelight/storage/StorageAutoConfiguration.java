package dev.safelight.storage;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Gives a service its client of the object store. */
@AutoConfiguration
@EnableConfigurationProperties(S3Properties.class)
class StorageAutoConfiguration {

  @Bean
  S3AsyncClient s3AsyncClient(S3Properties s3) {
    var http =
        NettyNioAsyncHttpClient.builder()
            .connectionTimeout(s3.connectTimeout())
            .maxConcurrency(s3.connections());
    return S3AsyncClient.builder()
        .endpointOverride(s3.endpoint())
        .region(Region.of(s3.region()))
        .credentialsProvider(credentials(s3))
        .forcePathStyle(s3.pathStyle())
        .httpClientBuilder(http)
        .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(s3.attemptTimeout()))
        .build();
  }

  @Bean
  Buckets buckets(S3Properties s3) {
    return new Buckets(s3.quarantineBucket(), s3.imagesBucket());
  }

  @Bean
  ObjectStore objectStore(S3AsyncClient s3) {
    return new ObjectStore(s3);
  }

  @Bean
  S3Presigner s3Presigner(S3Properties s3) {
    return S3Presigner.builder()
        .endpointOverride(s3.publicEndpointOrDefault())
        .region(Region.of(s3.region()))
        .credentialsProvider(credentials(s3))
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(s3.pathStyle()).build())
        .build();
  }

  @Bean
  PresignedUrls presignedUrls(S3Presigner presigner) {
    return new PresignedUrls(presigner);
  }

  @Bean
  StorageHealthIndicator storageHealthIndicator(S3AsyncClient s3, Buckets buckets) {
    return new StorageHealthIndicator(s3, buckets);
  }

  private static AwsCredentialsProvider credentials(S3Properties s3) {
    return s3.accessKey() == null || s3.secretKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
  }
}
