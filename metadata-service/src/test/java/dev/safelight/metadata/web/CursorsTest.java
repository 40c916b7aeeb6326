package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class CursorsTest {

  @Property
  void everyCursorLeadsBackToItsId(@ForAll long high, @ForAll long low) {
    var id = new UUID(high, low);
    assertThat(Cursors.of(id)).matches("[A-Za-z0-9_-]{22}");
    assertThat(Cursors.parse(Cursors.of(id))).contains(id);
  }

  @Property
  void whatSomebodyMakesUpIsNoCursor(@ForAll @StringLength(max = 21) String cursor) {
    assertThat(Cursors.parse(cursor)).isEmpty();
  }
}
