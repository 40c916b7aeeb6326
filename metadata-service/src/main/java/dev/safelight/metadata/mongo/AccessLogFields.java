package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;

/** Names of the fields of an entry of the access log. Changing one needs a migration. */
final class AccessLogFields {

  static final String ID = "_id";
  static final String AT = "at";
  static final String IMAGE = "imageId";
  static final String OWNER = "owner";
  static final String VARIANT = "variant";
  static final String ACTION = "action";
  static final String ACCOUNT = "account";
  static final String LINK = "link";
  static final String PURPOSE = "purpose";
  static final String NETWORK = "network";

  /** The log of an image, newest first; what is too old; what is an account's; what a link is. */
  static final List<IndexModel> INDEXES =
      List.of(
          new IndexModel(
              Indexes.compoundIndex(Indexes.ascending(IMAGE), Indexes.descending(AT, ID))),
          new IndexModel(Indexes.ascending(AT)),
          new IndexModel(Indexes.ascending(OWNER)),
          new IndexModel(Indexes.ascending(ACCOUNT)),
          new IndexModel(Indexes.ascending(LINK)));

  private AccessLogFields() {}
}
