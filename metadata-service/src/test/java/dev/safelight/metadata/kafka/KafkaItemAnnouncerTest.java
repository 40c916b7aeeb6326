package dev.safelight.metadata.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.Contributors;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemDetails;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KafkaItemAnnouncerTest {

  private static final UUID IMAGE = Samples.id();
  private static final Demands DEMANDS =
      new Demands(new Dimensions(1, 2), new Dimensions(3, 4), 5_000_000_000L);

  @Test
  void theEventSaysTheWholeOfTheItem() {
    var event = KafkaItemAnnouncer.event(item(7, false, DEMANDS));

    assertThat(event.getItemId()).isEqualTo("shoe");
    assertThat(event.getVersion()).isEqualTo(7);
    assertThat(event.getOccurredAt()).isEqualTo(Samples.START.plusSeconds(1));
    assertThat(event.getDeleted()).isFalse();
    assertThat(event.getOwner()).isEqualTo(Samples.OWNER);
    assertThat(event.getContributors()).isEqualTo(Contributors.EVERYONE);
    assertThat(event.getKind()).isEqualTo("product");
    assertThat(event.getName()).isEqualTo("Shoe");
    assertThat(event.getMinWidth()).isEqualTo(1);
    assertThat(event.getMinHeight()).isEqualTo(2);
    assertThat(event.getMaxWidth()).isEqualTo(3);
    assertThat(event.getMaxHeight()).isEqualTo(4);
    assertThat(event.getMaxSizeBytes()).isEqualTo(5_000_000_000L);
    assertThat(event.getMetadata()).isEqualTo("{\"a\":1}");
    assertThat(event.getPrimaryImageId()).isEqualTo(IMAGE);
    assertThat(event.getPrimarySince()).isEqualTo(Samples.START);
  }

  @Test
  void eachVersionHasTheSameIdEachTime() {
    var id = KafkaItemAnnouncer.event(item(7, false, DEMANDS)).getEventId();

    assertThat(id).hasToString("6d85b57e-f695-3cef-a883-ef1ed0a0e471");
    assertThat(KafkaItemAnnouncer.event(item(7, false, DEMANDS)).getEventId()).isEqualTo(id);
    assertThat(KafkaItemAnnouncer.event(item(8, true, Demands.NONE)).getEventId()).isNotEqualTo(id);
  }

  @Test
  void whatIsNotDemandedIsNotSaid() {
    var event = KafkaItemAnnouncer.event(item(8, true, Demands.NONE));

    assertThat(event.getDeleted()).isTrue();
    assertThat(event.getMinWidth()).isNull();
    assertThat(event.getMaxHeight()).isNull();
    assertThat(event.getMaxSizeBytes()).isNull();
    assertThat(event.getPrimaryImageId()).isNull();
    assertThat(event.getPrimarySince()).isNull();
  }

  private static Item item(long version, boolean deleted, Demands demands) {
    return new Item(
        "shoe",
        Samples.OWNER,
        new ItemDetails("product", "Shoe", "{\"a\":1}", demands, true),
        deleted ? null : new Item.Choice(IMAGE, Samples.START),
        new Item.Life(Samples.START, Samples.START.plusSeconds(1), deleted),
        version);
  }
}
