package dev.safelight.metadata.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import dev.safelight.webapi.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec.Access;

/** Who gets as far as the controllers. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final String READ = "SCOPE_" + Viewers.READ;
  private static final String WRITE = "SCOPE_" + Viewers.WRITE;

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
  private static final String RESTORE = IMAGE + "/restore";
  private static final String SIGNED_URLS = IMAGE + "/signed-urls";
  private static final String ACCESS_LOG = IMAGE + "/access-log";
  private static final String RESCAN = IMAGE + "/rescan";
  private static final String REPROCESS = IMAGE + "/reprocess";
  private static final String VARIANT = CONTENT + "/{variant}";

  /**
   * Single images are authorised against their record, as public ones are for everybody; of lists
   * each sees what they may.
   */
  @Bean
  AccessRules accessRules() {
    return requests -> {
      reading(requests, IMAGES, IMAGE, STATUS, CONTENT, VARIANT).permitAll();
      reading(requests, ITEM_IMAGES, LATEST, ITEM_PRIMARY, RECEIPT).permitAll();
      reading(requests, ITEMS, ITEM, SIMILAR, ACCESS_LOG, EVENTS, EXPORT).hasAuthority(READ);
      reading(requests, QUEUE).hasAnyRole(Viewers.ADMIN, Viewers.MODERATOR);
      reading(requests, AUDIT).hasRole(Viewers.ADMIN);
      requests
          .pathMatchers(POST, MODERATION)
          .authenticated()
          .pathMatchers(POST, ITEMS, SIGNED_URLS, RESTORE, RESCAN, REPROCESS)
          .hasAuthority(WRITE)
          .pathMatchers(PUT, IMAGE, PRIMARY, ORDER, ITEM)
          .hasAuthority(WRITE)
          .pathMatchers(PATCH, IMAGE, PRIMARY)
          .hasAuthority(WRITE)
          .pathMatchers(DELETE, IMAGE, ITEM, ME)
          .hasAuthority(WRITE);
    };
  }

  /** HEAD is answered wherever GET is, to the same people. */
  private static Access reading(AuthorizeExchangeSpec requests, String... paths) {
    return requests.matchers(pathMatchers(GET, paths), pathMatchers(HEAD, paths));
  }
}
