package dev.safelight.metadata.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIdsTest {

  @Test
  void knowsWhenAnIdWasMade() {
    assertThat(ImageIds.madeAt(Samples.idMadeAt(Samples.START))).contains(Samples.START);
    assertThat(ImageIds.madeAt(new UUID(0x4000, 0))).isEmpty();
  }

  @Property
  void readsEveryIdInItsCanonicalForm(@ForAll long high, @ForAll long low) {
    var id = new UUID(high, low);
    assertThat(ImageIds.parse(id.toString())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee ",
        "0199aaaabbbb7ccc8dddeeeeeeeeeeee",
        "{0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee}",
        "../../etc/passwd"
      })
  void readsNothingElse(String text) {
    assertThat(ImageIds.parse(text)).isEmpty();
  }
}
