package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;

import dev.safelight.metadata.search.ImageFilter;
import dev.safelight.metadata.search.ImageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A question as conditions of a query. */
final class QueryConditions {

  private final List<Bson> conditions = new ArrayList<>();

  private QueryConditions() {}

  static Bson of(ImageQuery query) {
    var filter = query.filter();
    var conditions = new QueryConditions();
    conditions.whose(filter.whose());
    conditions.said(filter.said());
    conditions.progress(filter.progress());
    conditions.sent(filter.sent());
    conditions.add(AccessConditions.readable(query.viewer(), filter.conditions()));
    conditions.add(exists(Fields.UPLOAD));
    conditions.add(exists(Fields.PURGE, false));
    return and(conditions.conditions);
  }

  private void whose(ImageFilter.Whose whose) {
    given(whose.owner(), owner -> eq(Fields.OWNER, owner));
    given(whose.itemId(), item -> eq(Fields.ITEM, item));
  }

  private void said(ImageFilter.Said said) {
    if (!said.tags().isEmpty()) {
      add(all(SearchFields.TAGS, said.tags()));
    }
    if (!said.anyTag().isEmpty()) {
      add(in(SearchFields.TAGS, said.anyTag()));
    }
    for (var word : said.words()) {
      add(regex(SearchFields.WORDS, '^' + Pattern.quote(word)));
    }
  }

  private void progress(ImageFilter.Progress progress) {
    add(progress.deleted() ? exists(Fields.DELETION) : AccessConditions.there());
    given(progress.status(), AccessConditions::status);
    given(
        progress.everyone(),
        everyone -> everyone ? eq(Fields.EVERYONE, true) : ne(Fields.EVERYONE, true));
  }

  private void sent(ImageFilter.Sent sent) {
    given(sent.after(), moment -> gt(Fields.UPLOADED_AT, moment));
    given(sent.before(), moment -> lt(Fields.UPLOADED_AT, moment));
    given(sent.mimeType(), type -> eq(Fields.ORIGINAL_TYPE, type));
  }

  private <T> void given(@Nullable T wanted, Function<T, Bson> condition) {
    if (wanted != null) {
      add(condition.apply(wanted));
    }
  }

  private void add(Bson condition) {
    conditions.add(condition);
  }
}
