package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Whatever can be got can be asked about: the security rules name both, or this fails. */
class HeadApiTest extends RunningService {

  private static final Set<String> STREAMS = Set.of("/api/events", "/api/images/{id}/status");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Test
  void headOfAStreamEnds() {
    var id = ready(false).toString();
    for (var stream : STREAMS) {
      assertThat(status(HttpMethod.HEAD, stream.replace("{id}", id))).as(stream).isEqualTo(200);
    }
  }

  @Test
  void headIsAnsweredWhereGetIs() {
    var id = ready(false).toString();
    var paths = paths();
    assertThat(paths).contains("/api/images/{id}/content/{variant}", "/api/images");

    var different = new ArrayList<String>();
    for (var pattern : paths) {
      var path = pattern.replace("{variant}", "tiny").replaceAll("\\{[^}]*}", id);
      if (status(HttpMethod.GET, path) != status(HttpMethod.HEAD, path)) {
        different.add(pattern);
      }
    }
    assertThat(different).isEmpty();
  }

  private int status(HttpMethod method, String path) {
    return request(method, ADMIN, path)
        .exchange()
        .expectBody(byte[].class)
        .returnResult()
        .getStatus()
        .value();
  }

  /** Streams of events never end, so nobody is to wait for one. */
  private List<String> paths() {
    var paths = new TreeSet<String>();
    mappings.getHandlerMethods().keySet().stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
        .forEach(pattern -> paths.add(pattern.getPatternString()));
    paths.removeAll(STREAMS);
    return List.copyOf(paths);
  }
}
