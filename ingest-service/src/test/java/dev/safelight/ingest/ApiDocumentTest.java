package dev.safelight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.apicontract.ApiDocument;
import dev.safelight.apicontract.HandledRequests;
import org.junit.jupiter.api.Test;

/** {@code docs/openapi.yaml} names what this service handles, all of it and nothing else. */
class ApiDocumentTest {

  @Test
  void everyRequestIsDocumentedAndEveryDocumentedOneIsHandled() {
    assertThat(HandledRequests.below("dev.safelight.ingest"))
        .isNotEmpty()
        .isEqualTo(ApiDocument.ofThisProject().requestsOf("ingest"));
  }
}
