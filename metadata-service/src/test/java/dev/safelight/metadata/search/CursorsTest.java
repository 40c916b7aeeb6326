package dev.safelight.metadata.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.Signatures;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class CursorsTest {

  private static final ImageQuery QUERY = query("somebody", Sorting.NEWEST_FIRST);

  private final Cursors cursors = new Cursors(new TrialSignatures("key"));

  @Property
  void everyCursorLeadsBackToItsPosition(
      @ForAll long high,
      @ForAll long low,
      @ForAll @WithNull @StringLength(max = 120) String value) {
    var printable = value == null ? null : Words.sortKey(value);
    var position = new Position(new UUID(high, low), printable);
    var cursor = cursors.write(QUERY, position);

    assertThat(cursor).matches("[A-Za-z0-9_.-]+");
    assertThat(cursors.read(QUERY, cursor)).isEqualTo(position);
  }

  @Test
  void cursorIsOfOneQuestionAlone() {
    var cursor = cursors.write(QUERY, new Position(new UUID(1, 2), "3"));

    assertUnknown(query("somebody", Sorting.ARRANGED), cursor);
    assertUnknown(query("somebody else", Sorting.NEWEST_FIRST), cursor);
  }

  @Test
  void whatSomebodyMadeUpIsNoCursor() {
    var cursor = cursors.write(QUERY, new Position(new UUID(1, 2), "3"));
    var forged =
        new Cursors(new TrialSignatures("another")).write(QUERY, new Position(new UUID(1, 2), "3"));

    for (var text : new String[] {"", ".", "!!", "garbage", "a" + cursor, cursor + "a", forged}) {
      assertUnknown(QUERY, text);
    }
    assertUnknown(QUERY, "a".repeat(5000) + cursor);
  }

  private void assertUnknown(ImageQuery query, String cursor) {
    assertThatExceptionOfType(UnknownCursorException.class)
        .isThrownBy(() -> cursors.read(query, cursor));
  }

  private static ImageQuery query(String owner, Sorting sorting) {
    return new ImageQuery(new Viewer(owner, false), ImageFilter.of(owner), sorting);
  }

  /** Signs well enough to tell one text from another. */
  private record TrialSignatures(String key) implements Signatures {

    @Override
    public String sign(Purpose purpose, String text) {
      return Integer.toHexString((key + purpose + text).hashCode());
    }

    @Override
    public boolean isGenuine(Purpose purpose, String text, String signature) {
      return sign(purpose, text).equals(signature);
    }
  }
}
