package dev.safelight.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/** Paths that clients of other systems know, and what they mean here. */
@Configuration(proxyBeanMethods = false)
class Aliases {

  /** Before our own routes, which take everything below {@code /api/images} for records. */
  private static final int FIRST = -1;

  private static final Set<HttpMethod> ASKING = Set.of(GET, HEAD);
  private static final Set<HttpMethod> SENDING = Set.of(POST);
  private static final Set<HttpMethod> CHANGING = Set.of(PATCH, PUT);
  private static final Set<HttpMethod> ALL = Set.of(GET, HEAD, POST, PUT, PATCH, DELETE);

  private static final List<Alias> TO_INGEST =
      List.of(
          new Alias(SENDING, "/upload|/images|/images/upload", "/api/images"),
          new Alias(SENDING, "/api/upload/image|/api/images/upload", "/api/images"),
          new Alias(SENDING, "/files|/api/files", "/api/images"),
          new Alias(SENDING, "/upload/(?<item>[^/]+)", "/api/images"),
          new Alias(SENDING, "/api/images/presigned-url", "/api/uploads/presigned"));

  private static final List<Alias> TO_METADATA =
      List.of(
          new Alias(ASKING, "/files|/api/files|/api/images/user", "/api/images"),
          new Alias(ALL, "(?:/api)?/files/(?<rest>[^/]+)", "/api/images/${rest}"),
          new Alias(CHANGING, "(?:/api)?/files/(?<rest>[^/]+/primary)", "/api/images/${rest}"),
          new Alias(ASKING, "/api/url/(?<rest>[^/]+)", "/api/items/${rest}/images/latest"),
          new Alias(ALL, "/(?<rest>(?:images|items)(?:/.*)?)", "/api/${rest}"));

  /**
   * A path of others.
   *
   * @param methods requests by which it is known
   * @param path the whole path, still encoded; a group {@code item} names the item of an upload
   * @param target our path for it
   */
  private record Alias(Set<HttpMethod> methods, Pattern path, String target) {

    Alias(Set<HttpMethod> methods, String path, String target) {
      this(methods, Pattern.compile("^(?:" + path + ")$"), target);
    }

    /** By hand, as Spring's builder refuses brackets in queries. */
    URI of(URI request) {
      var matched = path.matcher(request.getRawPath());
      var own = matched.replaceFirst(target);
      var query =
          Stream.concat(Stream.ofNullable(request.getRawQuery()), item(matched))
              .collect(Collectors.joining("&"));
      return URI.create(
          request.getScheme()
              + "://"
              + request.getRawAuthority()
              + own
              + (query.isEmpty() ? "" : '?' + query));
    }

    /** Encoded anew, as what is plain in a path may divide a query. */
    private static Stream<String> item(Matcher path) {
      if (!path.namedGroups().containsKey("item") || !path.matches()) {
        return Stream.empty();
      }
      var id = UriUtils.decode(path.group("item"), UTF_8);
      return Stream.of("itemId=" + UriUtils.encode(id, UTF_8));
    }
  }

  @Bean
  RouteLocator aliasRoutes(RouteLocatorBuilder builder, GatewayProperties gateway) {
    var routes = builder.routes();
    for (var alias : TO_INGEST) {
      routes.route(request -> route(request, alias, gateway.ingestUrl()));
    }
    for (var alias : TO_METADATA) {
      routes.route(request -> route(request, alias, gateway.metadataUrl()));
    }
    return routes
        .route(
            "health",
            request ->
                request.method(GET, HEAD).and().path("/health").uri("forward:/actuator/health"))
        .build();
  }

  private static Buildable<Route> route(PredicateSpec request, Alias alias, URI service) {
    return request
        .order(FIRST)
        .method(alias.methods().toArray(HttpMethod[]::new))
        .and()
        .predicate(
            exchange -> alias.path().matcher(exchange.getRequest().getURI().getRawPath()).matches())
        .filters(filters -> filters.filter(rewriting(alias)))
        .uri(service);
  }

  private static GatewayFilter rewriting(Alias alias) {
    return (exchange, chain) ->
        chain.filter(
            exchange
                .mutate()
                .request(request -> request.uri(alias.of(exchange.getRequest().getURI())))
                .build());
  }
}
