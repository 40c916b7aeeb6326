package dev.safelight.metadata.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.ItemListing;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.moderation.HoldRules.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which images wait for a moderator. */
class HoldRulesTest {

  @ParameterizedTest
  @CsvSource({
    "NONE,   '',      true,  shoe,    false",
    "NONE,   product, false, shoe,    true",
    "NONE,   product, true,  album,   false",
    "NONE,   product, false, '',      false",
    "NONE,   product, false, unknown, true",
    "NONE,   '',      false, unknown, false",
    "PUBLIC, '',      true,  '',      true",
    "PUBLIC, '',      false, '',      false",
    "PUBLIC, product, false, shoe,    true",
    "PUBLIC, product, false, album,   false",
    "ALL,    '',      false, '',      true",
  })
  void holdsByAudienceAndByKind(
      Scope scope, String kind, boolean everyone, String itemId, boolean held) {
    var rules = new HoldRules(scope, kind.isEmpty() ? Set.of() : Set.of(kind), new TwoItems());
    var placement = new Placement(itemId.isEmpty() ? null : itemId, 0);
    var details =
        new ImageDetails(
            placement, Samples.details(false).description(), new Audience(everyone, List.of()));

    assertThat(rules.holds(details).block()).isEqualTo(held);
  }

  /** A shoe, which is a product, and an album. */
  private static final class TwoItems implements Items {

    @Override
    public Mono<Item> find(String id) {
      return switch (id) {
        case "shoe" -> Mono.just(item(id, "product"));
        case "album" -> Mono.just(item(id, "album"));
        default -> Mono.empty();
      };
    }

    private static Item item(String id, String kind) {
      var details = new ItemDetails(kind, null, "{}", Demands.NONE, false);
      var life = new Item.Life(Samples.START, Samples.START, false);
      return new Item(id, Samples.OWNER, details, null, life, 1);
    }

    @Override
    public Flux<Item> findAll(Collection<String> ids) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Item> list(ItemListing listing, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> add(Item item) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> replace(Item item) {
      throw new UnsupportedOperationException();
    }
  }
}
