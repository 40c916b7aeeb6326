package dev.safelight.ingest.web;

import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test the fakes are as new, whatever other classes did with them in this context. */
final class FreshFakes implements BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    var context = SpringExtension.getApplicationContext(test);
    each(context, FakePipeline.class, FakePipeline::reset);
    each(context, FakeRates.class, FakeRates::reset);
    each(context, FakeKeys.class, FakeKeys::reset);
    each(context, FakeQuotas.class, FakeQuotas::reset);
    each(context, FakeUploads.class, FakeUploads::reset);
  }

  private static <T> void each(ApplicationContext context, Class<T> fake, Consumer<T> reset) {
    context.getBeansOfType(fake).values().forEach(reset);
  }
}
