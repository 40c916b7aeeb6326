package dev.safelight.metadata;

import dev.safelight.database.Leases;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.edit.AuditedAnnouncer;
import dev.safelight.metadata.edit.AuditedItemAnnouncer;
import dev.safelight.metadata.edit.Choosing;
import dev.safelight.metadata.edit.ClaimingProjection;
import dev.safelight.metadata.edit.ImageEditor;
import dev.safelight.metadata.edit.ItemOrder;
import dev.safelight.metadata.edit.PrimaryImages;
import dev.safelight.metadata.edit.SuccessionAnnouncer;
import dev.safelight.metadata.edit.Successions;
import dev.safelight.metadata.item.Detaching;
import dev.safelight.metadata.item.DetachingAnnouncer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemImages;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.outbox.Outbox;
import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.outbox.Turn;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** Puts together what changes images and items, and what tells of it. */
@Configuration(proxyBeanMethods = false)
class ChangesConfiguration {

  @Bean
  ImageEdits imageEdits(Catalog catalog, OutboxRelay<ImageChange> relay) {
    return new ImageEdits(catalog, relay::nudge);
  }

  @Bean
  Detaching detaching(ItemImages images, ImageEdits edits) {
    return new Detaching(images, edits);
  }

  @Bean
  ItemService itemService(
      Items items, ItemImages images, Detaching detaching, OutboxRelay<Item> relay) {
    return new ItemService(items, images, detaching, relay::nudge, Clock.systemUTC());
  }

  @Bean
  ImageEditor imageEditor(
      CatalogService catalog, ImageEdits edits, Items items, HoldPolicy policy) {
    return new ImageEditor(catalog, edits, items, policy, Clock.systemUTC());
  }

  @Bean
  ItemOrder itemOrder(ItemService items, ItemImages images, ImageEdits edits) {
    return new ItemOrder(items, images, edits, Clock.systemUTC());
  }

  @Bean
  Successions successions(ImageEdits edits) {
    return new Successions(edits);
  }

  @Bean
  Choosing choosing(
      Catalog catalog, Items items, Successions successions, OutboxRelay<Item> relay) {
    return new Choosing(catalog, items, successions, relay::nudge);
  }

  @Bean
  PrimaryImages primaryImages(CatalogService catalog, Items items, Choosing choosing) {
    return new PrimaryImages(catalog, items, choosing, Clock.systemUTC());
  }

  @Bean
  @Primary
  Projection claimingProjection(
      @Qualifier("mongoProjection") Projection projection, PrimaryImages primaries) {
    return new ClaimingProjection(projection, primaries);
  }

  @Bean
  OutboxRelay<ImageChange> imageChanges(
      Outbox<ImageChange> outbox,
      Announcer<ImageChange> announcer,
      AuditLog audit,
      OutboxProperties settings) {
    return new OutboxRelay<>(outbox, new AuditedAnnouncer(audit, announcer), settings.batch());
  }

  @Bean
  OutboxRelay<Item> itemChanges(
      Outbox<Item> outbox,
      Announcer<Item> announcer,
      Detaching detaching,
      Successions successions,
      AuditLog audit,
      OutboxProperties settings) {
    var audited = new AuditedItemAnnouncer(audit, announcer);
    var detached = new DetachingAnnouncer(detaching, audited);
    return new OutboxRelay<>(
        outbox, new SuccessionAnnouncer(successions, detached), settings.batch());
  }

  @Bean
  WhileRunning imageRelay(
      OutboxRelay<ImageChange> relay, Leases leases, OutboxProperties settings) {
    return relaying(relay, new LeasedTurn(leases, "image-outbox"), settings);
  }

  @Bean
  WhileRunning itemRelay(OutboxRelay<Item> relay, Leases leases, OutboxProperties settings) {
    return relaying(relay, new LeasedTurn(leases, "item-outbox"), settings);
  }

  /** Others have their turn at once when this instance ends. */
  private static WhileRunning relaying(OutboxRelay<?> relay, Turn turn, OutboxProperties settings) {
    return new WhileRunning(() -> relay.start(turn, settings.pace()), Mono.defer(turn::giveBack));
  }
}
