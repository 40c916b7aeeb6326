package dev.safelight.metadata.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.database.Outages;
import dev.safelight.metadata.signing.SigningKey;
import dev.safelight.metadata.signing.SigningKeys;
import java.util.Date;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keys are documents that are written once: the id makes the second of two writers fail. */
@Component
class MongoSigningKeys implements SigningKeys {

  private static final String ID = "_id";
  private static final String SECRET = "secret";
  private static final String MADE_AT = "madeAt";

  private final MongoCollection<Document> keys;

  MongoSigningKeys(MongoDatabase database) {
    this.keys = database.getCollection("signing_keys");
  }

  @Override
  public Mono<List<SigningKey>> all() {
    return Outages.flux(keys.find()).map(MongoSigningKeys::read).collectList();
  }

  @Override
  public Mono<Void> add(SigningKey key) {
    var document =
        new Document(ID, key.id())
            .append(SECRET, new Binary(key.secret().getEncoded()))
            .append(MADE_AT, Date.from(key.madeAt()));
    return Outages.mono(keys.insertOne(document))
        .then()
        .onErrorResume(DuplicateKeys::caused, there -> Mono.empty());
  }

  private static SigningKey read(Document key) {
    return new SigningKey(
        key.getString(ID),
        new SecretKeySpec(key.get(SECRET, Binary.class).getData(), "HKDF"),
        key.getDate(MADE_AT).toInstant());
  }
}
