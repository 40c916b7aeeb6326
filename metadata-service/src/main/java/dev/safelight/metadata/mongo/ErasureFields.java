package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.safelight.metadata.person.Erasure;
import dev.safelight.metadata.person.Tally;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Names of the fields of erasures. Changing one needs a migration. */
final class ErasureFields {

  static final String ID = "_id";

  /** Whose it is; absent once that is forgotten. */
  static final String ACCOUNT = "account";

  /** The account again, while it is in progress, so that there is one at a time. */
  static final String IN_PROGRESS = "inProgress";

  static final String ASKED_AT = "askedAt";
  static final String COMPLETION = "completion";

  /** Of a thing that is erased: what erases it. */
  static final String ERASURE = "erasure";

  static final String IMAGES = "images";
  static final String OBJECTS = "objects";
  static final String BYTES = "bytes";
  static final String ITEMS = "items";
  static final List<String> COUNTS = List.of(IMAGES, OBJECTS, BYTES, ITEMS);

  private static final String AT = "at";
  private static final String SIGNATURE = "signature";

  /** The one of an account that is in progress; those whose account is known. */
  static final List<IndexModel> INDEXES =
      List.of(
          new IndexModel(
              Indexes.ascending(IN_PROGRESS), new IndexOptions().unique(true).sparse(true)),
          new IndexModel(Indexes.ascending(ACCOUNT), new IndexOptions().sparse(true)));

  private ErasureFields() {}

  static Document write(Erasure erasure) {
    return new Document(ID, erasure.id().toString())
        .append(ACCOUNT, erasure.account())
        .append(IN_PROGRESS, erasure.account())
        .append(ASKED_AT, Date.from(erasure.askedAt()));
  }

  static Document write(Erasure.Completion completion) {
    return write(completion.tally())
        .append(AT, Date.from(completion.at()))
        .append(SIGNATURE, completion.signature());
  }

  static Document write(Tally tally) {
    return new Document(IMAGES, tally.images())
        .append(OBJECTS, tally.objects())
        .append(BYTES, tally.bytes())
        .append(ITEMS, tally.items());
  }

  static Erasure read(Document erasure) {
    return new Erasure(
        UUID.fromString(erasure.getString(ID)),
        erasure.getString(ACCOUNT),
        erasure.getDate(ASKED_AT).toInstant(),
        completion(erasure.get(COMPLETION, Document.class)));
  }

  /** The server may make smaller numbers of sums than went in. */
  static Tally readTally(Document tally) {
    return new Tally(
        tally.get(IMAGES, Number.class).longValue(),
        tally.get(OBJECTS, Number.class).longValue(),
        tally.get(BYTES, Number.class).longValue(),
        tally.get(ITEMS, Number.class).longValue());
  }

  private static Erasure.@Nullable Completion completion(@Nullable Document completion) {
    return completion == null
        ? null
        : new Erasure.Completion(
            completion.getDate(AT).toInstant(),
            readTally(completion),
            completion.getString(SIGNATURE));
  }
}
