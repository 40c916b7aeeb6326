package dev.safelight.metadata.mongo;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.Access.Action;
import dev.safelight.metadata.accesslog.Access.Picture;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Entries of the access log as documents. */
final class AccessDocuments {

  private AccessDocuments() {}

  static Document write(Access entry) {
    var document =
        new Document(AccessLogFields.ID, entry.id().toString())
            .append(AccessLogFields.AT, Date.from(entry.at()))
            .append(AccessLogFields.IMAGE, entry.picture().imageId().toString())
            .append(AccessLogFields.OWNER, entry.picture().owner())
            .append(AccessLogFields.VARIANT, entry.picture().variant())
            .append(AccessLogFields.ACTION, entry.action().name().toLowerCase(Locale.ROOT))
            .append(AccessLogFields.NETWORK, entry.network());
    append(document, AccessLogFields.ACCOUNT, entry.account());
    append(document, AccessLogFields.LINK, entry.link());
    append(document, AccessLogFields.PURPOSE, entry.purpose());
    return document;
  }

  static Access read(Document entry) {
    return new Access(
        UUID.fromString(entry.getString(AccessLogFields.ID)),
        entry.getDate(AccessLogFields.AT).toInstant(),
        new Picture(
            UUID.fromString(entry.getString(AccessLogFields.IMAGE)),
            entry.getString(AccessLogFields.OWNER),
            entry.getString(AccessLogFields.VARIANT)),
        Action.valueOf(entry.getString(AccessLogFields.ACTION).toUpperCase(Locale.ROOT)),
        entry.getString(AccessLogFields.ACCOUNT),
        Optional.ofNullable(entry.getString(AccessLogFields.LINK))
            .map(UUID::fromString)
            .orElse(null),
        entry.getString(AccessLogFields.PURPOSE),
        entry.getString(AccessLogFields.NETWORK));
  }

  private static void append(Document document, String field, @Nullable Object value) {
    if (value != null) {
      document.append(field, value.toString());
    }
  }
}
