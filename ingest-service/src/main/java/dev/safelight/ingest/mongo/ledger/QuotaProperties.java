package dev.safelight.ingest.mongo.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much each owner may have.
 *
 * @param size bytes of all images of an owner together, unless an administrator gave the owner a
 *     limit of its own
 */
@Validated
@ConfigurationProperties("safelight.ingest.quota")
record QuotaProperties(@Name("default") @DefaultValue("1GB") DataSize size) {

  long defaultLimit() {
    return size.toBytes();
  }
}
