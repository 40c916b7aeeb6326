package dev.safelight.metadata.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.safelight.webapi.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who gets as far as the controllers. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final String IMAGES = "/api/images";
  private static final String IMAGE = IMAGES + "/{id}";
  private static final String CONTENT = IMAGE + "/content";
  private static final String ITEMS = "/api/items";
  private static final String ITEM = ITEMS + "/{id}";
  private static final String STATUS = IMAGE + "/status";
  private static final String EVENTS = "/api/events";
  private static final String ME = "/api/me";
  private static final String EXPORT = ME + "/export";
  private static final String RECEIPT = "/api/receipts/{id}";
  private static final String MODERATION = IMAGE + "/moderation";
  private static final String QUEUE = "/api/admin/moderation";
  private static final String AUDIT = "/api/admin/audit";
  private static final String SIMILAR = IMAGE + "/similar";
  private static final String ITEM_IMAGES = ITEM + "/images";
  private static final String LATEST = ITEM_IMAGES + "/latest";
  private static final String PRIMARY = IMAGE + "/primary";
  private static final String ORDER = ITEM_IMAGES + "/order";
  private static final String ITEM_PRIMARY = ITEM_IMAGES + "/primary";
  private static final String SIGNED_URLS = IMAGE + "/signed-urls";
  private static final String ACCESS_LOG = IMAGE + "/access-log";
  private static final String VARIANT = CONTENT + "/{variant}";

  /**
   * Single images are authorised against their record, as public ones are for everybody; of lists
   * each sees what they may.
   */
  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .pathMatchers(GET, SIMILAR)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(HEAD, SIMILAR)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(PUT, IMAGE, PRIMARY, ORDER)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(PATCH, IMAGE, PRIMARY)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(POST, IMAGE + "/restore")
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(DELETE, IMAGE)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(GET, ITEMS, ITEM)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(HEAD, ITEMS, ITEM)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(POST, ITEMS)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(PUT, ITEM)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(DELETE, ITEM)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(GET, EVENTS)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(HEAD, EVENTS)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(DELETE, ME)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(GET, RECEIPT)
            .permitAll()
            .pathMatchers(HEAD, RECEIPT)
            .permitAll()
            .pathMatchers(GET, EXPORT)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(HEAD, EXPORT)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(POST, MODERATION)
            .hasAnyRole(Viewers.ADMIN, Viewers.MODERATOR)
            .pathMatchers(GET, QUEUE)
            .hasAnyRole(Viewers.ADMIN, Viewers.MODERATOR)
            .pathMatchers(HEAD, QUEUE)
            .hasAnyRole(Viewers.ADMIN, Viewers.MODERATOR)
            .pathMatchers(GET, AUDIT)
            .hasRole(Viewers.ADMIN)
            .pathMatchers(HEAD, AUDIT)
            .hasRole(Viewers.ADMIN)
            .pathMatchers(GET, IMAGES, ITEM_IMAGES, LATEST, ITEM_PRIMARY)
            .permitAll()
            .pathMatchers(HEAD, IMAGES, ITEM_IMAGES, LATEST, ITEM_PRIMARY)
            .permitAll()
            .pathMatchers(POST, SIGNED_URLS)
            .hasAuthority("SCOPE_" + Viewers.WRITE)
            .pathMatchers(GET, ACCESS_LOG)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(HEAD, ACCESS_LOG)
            .hasAuthority("SCOPE_" + Viewers.READ)
            .pathMatchers(GET, IMAGE, STATUS, CONTENT, VARIANT)
            .permitAll()
            .pathMatchers(HEAD, IMAGE, STATUS, CONTENT, VARIANT)
            .permitAll();
  }
}
