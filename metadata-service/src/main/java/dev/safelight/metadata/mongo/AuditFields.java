package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.stream.Stream;

/** Names of the fields of an entry of the audit log. Changing one needs a migration. */
final class AuditFields {

  static final String ID = "_id";
  static final String AT = "at";
  static final String ACTOR = "actor";
  static final String ACTION = "action";
  static final String TARGET = "target";
  static final String DETAIL = "detail";

  /** The newest first: of all, of an account, of a kind, about something. */
  static final List<IndexModel> INDEXES =
      Stream.concat(
              Stream.of(Indexes.descending(AT, ID)),
              Stream.of(ACTOR, ACTION, TARGET)
                  .map(
                      field ->
                          Indexes.compoundIndex(
                              Indexes.ascending(field), Indexes.descending(AT, ID))))
          .map(IndexModel::new)
          .toList();

  private AuditFields() {}
}
