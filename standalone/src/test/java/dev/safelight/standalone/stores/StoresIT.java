package dev.safelight.standalone.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.safelight.standalone.state.Secrets.KeyPair;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Real stores in a real process, which is killed in mid-write and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresIT {

  private static final int ACKNOWLEDGED = 500;

  private StoresProcess stores;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    stores = new StoresProcess(home);
    stores.start();
  }

  @AfterAll
  void stop() {
    stores.close();
  }

  @Test
  void mongodbAnswersTheGreetingOfHealthChecks() {
    try (var mongodb = MongoClients.create(stores.mongodbUri())) {
      var hello = mongodb.getDatabase("admin").runCommand(new Document("hello", 1));

      assertThat(hello.getBoolean("ismaster")).isTrue();
    }
  }

  /** What a browser asks before it sends a file to a presigned address. */
  @ParameterizedTest
  @CsvSource({
    "https://shop.example, PUT, content-type, 200",
    "http://127.0.0.1:8080, PUT, content-type, 200",
    "https://shopxexample, PUT, content-type, 403",
    "https://evil.example, PUT, content-type, 403",
    "https://shop.example, GET, content-type, 400",
    "https://shop.example, POST, content-type, 400",
    "https://shop.example, PUT, authorization, 403",
  })
  void namedPagesMaySendFilesAndNothingElse(String origin, String method, String header, int status)
      throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(stores.s3Endpoint() + "/quarantine/incoming/1?X-Amz-Date=1"))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", header)
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .isEqualTo(status == 200 ? Optional.of(origin) : Optional.empty());
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  /**
   * One kill for all three. Four writers, so that one's commit may find its work done by another's,
   * and must still wait until it is.
   */
  @Test
  void everythingAcknowledgedSurvivesKillNine() throws Exception {
    var acknowledged = new ConcurrentLinkedQueue<Integer>();
    try (var mongodb = MongoClients.create(stores.mongodbUri());
        var s3 = stores.s3(stores.secrets().s3("ingest"))) {
      put(s3, "uploads/1", "bytes");
      createTopic("killed");
      send("killed", 0, 300);
      var writers = startWriters(documents(mongodb), acknowledged);
      stores.kill();
      for (var writer : writers) {
        writer.join();
      }
      stores.start();

      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
      assertThat(idsIn(documents(mongodb))).containsAll(acknowledged);
      assertThat(get(s3, "uploads/1")).isEqualTo("bytes");
      assertThat(recordsOf("killed")).hasSize(300).startsWith("0").endsWith("299");
    }
  }

  @Test
  void stopsByItselfWhenToldAndGoesOnWhereItWas() throws Exception {
    createTopic("stopped");
    send("stopped", 0, 300);
    try (var mongodb = MongoClients.create(stores.mongodbUri())) {
      documents(mongodb).insertOne(new Document("_id", -1));
    }
    assertThat(stores.stop()).as("stopped by itself").isTrue();
    stores.start();
    send("stopped", 300, 600);

    try (var mongodb = MongoClients.create(stores.mongodbUri())) {
      assertThat(idsIn(documents(mongodb))).contains(-1);
    }
    assertThat(recordsOf("stopped")).hasSize(600).startsWith("0").endsWith("599");
  }

  private static List<Thread> startWriters(
      MongoCollection<Document> documents, ConcurrentLinkedQueue<Integer> acknowledged)
      throws InterruptedException {
    var enough = new CountDownLatch(ACKNOWLEDGED);
    var writers = new ArrayList<Thread>();
    for (int writer = 0; writer < 4; writer++) {
      int first = writer * 1_000_000;
      writers.add(Thread.ofPlatform().start(() -> write(first, documents, acknowledged, enough)));
    }
    enough.await();
    return writers;
  }

  private static void write(
      int first,
      MongoCollection<Document> documents,
      ConcurrentLinkedQueue<Integer> acknowledged,
      CountDownLatch enough) {
    try {
      for (int id = first; ; id++) {
        documents.insertOne(new Document("_id", id).append("text", "x".repeat(500)));
        acknowledged.add(id);
        enough.countDown();
      }
    } catch (com.mongodb.MongoException _) {
      // as intended: what follows was not acknowledged
    }
  }

  private static Set<Integer> idsIn(MongoCollection<Document> documents) {
    var ids = new HashSet<Integer>();
    documents.find().map(document -> document.getInteger("_id")).into(ids);
    return ids;
  }

  private static MongoCollection<Document> documents(MongoClient mongodb) {
    return mongodb.getDatabase("safelight").getCollection("documents");
  }

  @Test
  void s3OpensToEachServiceTheBucketsItWorksWithAndNoOther() {
    var secrets = stores.secrets();

    assertThat(bucketsOf(secrets.s3("ingest"))).containsExactly("quarantine");
    assertThat(bucketsOf(secrets.s3("scanner"))).containsExactly("quarantine");
    assertThat(bucketsOf(secrets.s3("processor"))).containsExactly("quarantine", "images");
    assertThat(bucketsOf(secrets.s3("metadata"))).containsExactly("images");
    assertThat(bucketsOf(secrets.s3("admin"))).containsExactly("quarantine", "images");
  }

  @Test
  void metadataCanOnlyLookForOriginalsAndDeleteThem() {
    var secrets = stores.secrets();
    try (var ingest = stores.s3(secrets.s3("ingest"));
        var metadata = stores.s3(secrets.s3("metadata"))) {
      var key = "uploads/" + UUID.randomUUID();
      put(ingest, key, "bytes");

      refused(() -> get(metadata, key));
      refused(() -> metadata.headObject(head -> head.bucket("quarantine").key(key)));
      refused(() -> metadata.listObjectsV2(list -> list.bucket("quarantine")));
      refused(() -> listed(metadata, "uploads/"));
      refused(() -> listed(metadata, key.substring(0, key.length() - 1)));
      refused(() -> metadata.listObjects(list -> list.bucket("quarantine").prefix(key)));
      refused(() -> metadata.deleteBucket(delete -> delete.bucket("quarantine")));
      refused(
          () ->
              metadata.copyObject(
                  copy ->
                      copy.sourceBucket("quarantine")
                          .sourceKey(key)
                          .destinationBucket("images")
                          .destinationKey("stolen")));
      assertThat(listed(metadata, key)).containsExactly(key);
      for (int twice = 0; twice < 2; twice++) {
        metadata.deleteObject(delete -> delete.bucket("quarantine").key(key));
      }

      assertThat(listed(metadata, key)).isEmpty();
      assertThat(ingest.listObjectsV2(list -> list.bucket("quarantine")).contents()).isEmpty();
    }
  }

  private static List<String> listed(S3Client s3, String prefix) {
    return s3.listObjectsV2(list -> list.bucket("quarantine").prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static void refused(ThrowingCallable call) {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(call)
        .returns(403, S3Exception::statusCode);
  }

  @Test
  void s3RefusesAWrongSecretAndAnUnknownKey() {
    var ingest = stores.secrets().s3("ingest");

    assertThat(bucketsOf(new KeyPair(ingest.accessKey(), "wrong"))).isEmpty();
    assertThat(bucketsOf(new KeyPair("nobody", "wrong"))).isEmpty();
  }

  private List<String> bucketsOf(KeyPair key) {
    try (var s3 = stores.s3(key)) {
      return List.of("quarantine", "images").stream().filter(b -> mayWrite(s3, b)).toList();
    }
  }

  private static boolean mayWrite(S3Client s3, String bucket) {
    try {
      s3.putObject(put -> put.bucket(bucket).key("try/it"), RequestBody.fromString("bytes"));
      return true;
    } catch (S3Exception refused) {
      assertThat(refused.statusCode()).isEqualTo(403);
      return false;
    }
  }

  private static void put(S3Client s3, String key, String content) {
    s3.putObject(
        put -> put.bucket("quarantine").key(key).contentType("image/png"),
        RequestBody.fromString(content));
  }

  private static String get(S3Client s3, String key) {
    var object = s3.getObjectAsBytes(get -> get.bucket("quarantine").key(key));
    assertThat(object.response().contentType()).isEqualTo("image/png");
    return object.asUtf8String();
  }

  private void createTopic(String name) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", stores.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private void send(String topic, int from, int to) throws Exception {
    var settings = Map.<String, Object>of("bootstrap.servers", stores.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int i = from; i < to - 1; i++) {
        var _ = producer.send(new ProducerRecord<>(topic, "key", String.valueOf(i)));
      }
      producer.send(new ProducerRecord<>(topic, "key", String.valueOf(to - 1))).get();
    }
  }

  private List<String> recordsOf(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", stores.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      var values = new ArrayList<String>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }
}
