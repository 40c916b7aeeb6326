package dev.safelight.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutagesTest {

  @ParameterizedTest
  @MethodSource
  void waitingHelps(MongoException outage) {
    assertThat(Outages.isOutage(outage)).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void waitingDoesNotHelp(RuntimeException defect) {
    assertThat(Outages.isOutage(defect)).isFalse();
  }

  static Stream<MongoException> waitingHelps() {
    return Stream.of(
        new MongoTimeoutException("no server"),
        new MongoSocketReadException("closed", new ServerAddress()),
        new MongoSecurityException(null, "sign-in"),
        answer(10107),
        answer(91),
        answer(13));
  }

  static Stream<RuntimeException> waitingDoesNotHelp() {
    return Stream.of(
        answer(11000),
        answer(2),
        new CodecConfigurationException("no codec"),
        new IllegalStateException("a bug"));
  }

  private static MongoCommandException answer(int code) {
    var answer = new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code));
    return new MongoCommandException(answer, new ServerAddress());
  }
}
