package dev.safelight.processor.kafka;

import static org.awaitility.Awaitility.await;

import dev.safelight.eventing.EventPublisher;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.Originals;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Images that take longer than a consumer may be silent, and many more waiting behind them. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "spring.kafka.consumer.properties.session.timeout.ms=6000",
      "spring.kafka.consumer.properties.heartbeat.interval.ms=1000",
      "safelight.processor.isolation=none",
      "safelight.processor.engine=java",
      "safelight.processor.workers=1",
      "safelight.oidc.issuer=http://127.0.0.1:1",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret"
    })
class FlowIT {

  private static final int IMAGES = 20;
  private static final int AT_A_TIME = 2;

  private static S3Server s3;

  @Autowired EventPublisher publisher;
  @Autowired ObjectStore objects;
  @Autowired KafkaListenerEndpointRegistry listeners;
  @Autowired Gate gate;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    s3 = new S3Server(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    s3.stop();
  }

  @DynamicPropertySource
  static void outsideParts(DynamicPropertyRegistry settings) {
    settings.add("safelight.s3.endpoint", () -> s3.url());
  }

  @Test
  void slowImagesHoldTheRestBackAndLoseNoPartition() {
    await().atMost(Duration.ofSeconds(60)).until(this::everyConsumerHasPartitions);
    var clearings = new Clearings(objects, publisher);
    var photo = Jpegs.plain(Scene.COLORED.draw(30, 20));
    for (int i = 0; i < IMAGES; i++) {
      clearings.of(photo);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.waiting.get() == AT_A_TIME);
    var partitions = partitions();
    await()
        .atMost(Duration.ofSeconds(30))
        .during(Duration.ofSeconds(8))
        .until(() -> gate.opened.get() == AT_A_TIME && partitions().equals(partitions));
    gate.open.countDown();
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.developed.get() == IMAGES);
    await()
        .during(Duration.ofSeconds(2))
        .until(() -> gate.developed.get() == IMAGES && gate.opened.get() == IMAGES);
  }

  /** One that joins when another is busy waits until that is done, which here is never. */
  private boolean everyConsumerHasPartitions() {
    return listeners.getListenerContainers().stream()
        .flatMap(
            container ->
                ((ConcurrentMessageListenerContainer<?, ?>) container).getContainers().stream())
        .map(KafkaMessageListenerContainer::getAssignedPartitions)
        .allMatch(assigned -> assigned != null && !assigned.isEmpty());
  }

  private List<TopicPartition> partitions() {
    return listeners.getListenerContainers().stream()
        .flatMap(container -> container.getAssignedPartitions().stream())
        .toList();
  }

  /** Lets no image pass until it is opened, and counts. */
  static final class Gate implements ImageEngine {

    final CountDownLatch open = new CountDownLatch(1);
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger developed = new AtomicInteger();
    private final ImageEngine engine = Engines.open("java", WatermarkImages.NONE);

    @Override
    public String identity() {
      return engine.identity();
    }

    @Override
    public Set<PictureFormat> formats() {
      return engine.formats();
    }

    @Override
    public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
      waiting.incrementAndGet();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      developed.incrementAndGet();
      return engine.develop(source, specs);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Gates {

    @Bean
    @Primary
    Gate gate() {
      return new Gate();
    }

    @Bean
    @Primary
    Originals counted(@Qualifier("s3Originals") Originals originals, Gate gate) {
      return key -> {
        gate.opened.incrementAndGet();
        return originals.open(key);
      };
    }
  }
}
