package dev.safelight.ingest.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;

/** The web side on a real server, with small limits and {@link FakePipeline} behind it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FreshFakes.class)
@AutoConfigureWebTestClient(timeout = "60s")
@SpringBootTest(
    classes = WebSide.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.location=classpath:webapi-defaults.yml",
      "safelight.oidc.issuer=http://issuer.test",
      "safelight.ingest.request.max-size=70MB",
      "safelight.ingest.request.max-files=3",
      "safelight.ingest.request.idle-timeout=3s",
      "safelight.ingest.request.max-concurrent=8",
    })
@interface IngestWebTest {}
