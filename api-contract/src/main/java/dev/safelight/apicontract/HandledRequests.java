package dev.safelight.apicontract;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The requests that the controllers of a service handle. None of the controllers is created. */
public final class HandledRequests {

  private HandledRequests() {}

  /** Such as {@code GET /api/images/{}}, of all controllers in a package and below. */
  public static Set<String> below(String basePackage) {
    try (var context = new GenericApplicationContext()) {
      var scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.getBeanDefinitionDefaults().setLazyInit(true);
      scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
      scanner.scan(basePackage);
      context.registerBean(RequestMappingHandlerMapping.class);
      context.refresh();
      var requests = new TreeSet<String>();
      context.getBean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
          .flatMap(HandledRequests::of)
          .forEach(requests::add);
      return requests;
    }
  }

  private static Stream<String> of(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    if (methods.isEmpty()) {
      throw new IllegalStateException(mapping + " does not say which methods it handles");
    }
    return mapping.getPatternsCondition().getPatterns().stream()
        .flatMap(path -> methods.stream().map(method -> request(method, path.getPatternString())));
  }

  private static String request(RequestMethod method, String path) {
    return ApiDocument.request(method.name(), path);
  }
}
