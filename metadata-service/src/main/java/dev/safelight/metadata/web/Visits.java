package dev.safelight.metadata.web;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessRecorder;
import dev.safelight.metadata.catalog.ServedPicture;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.link.Link;
import dev.safelight.metadata.link.LinkService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Tells the access log who gets to see what is not public. */
@Component
class Visits {

  private final AccessRecorder recorder;
  private final Networks networks;

  Visits(AccessRecorder recorder, Networks networks) {
    this.recorder = recorder;
    this.networks = networks;
  }

  /** That an account gets a picture; its owner and what is public are nobody's concern. */
  void byAccount(ServedPicture picture, Viewer viewer, ServerHttpRequest request) {
    var owner = picture.image().upload().owner();
    if (!picture.image().isPublished() && !owner.equals(viewer.subject())) {
      record(picture, viewer.subject(), null, request);
    }
  }

  /** That somebody with a signed address gets a picture. */
  void byLink(ServedPicture picture, Link link, ServerHttpRequest request) {
    switch (link.holder()) {
      case Link.Account(var viewer) -> byAccount(picture, viewer, request);
      case Link.Anybody anybody -> record(picture, null, anybody.id(), request);
    }
  }

  private void record(
      ServedPicture picture,
      @Nullable String account,
      @Nullable UUID link,
      ServerHttpRequest request) {
    if (HttpMethod.GET.equals(request.getMethod())) {
      recorder.record(
          new Access(
              UUID.randomUUID(),
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              LinkService.logged(picture),
              Access.Action.OPENED,
              account,
              link,
              null,
              networks.of(request)));
    }
  }
}
