package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.live.Fact;
import dev.safelight.metadata.live.LiveService;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A service to listen to; events are handed to it as its listener on the topics would. */
abstract class ListeningTest extends RunningService {

  static final String EVENTS = "/api/events";

  @Autowired LiveService live;

  final List<EventStream> streams = new ArrayList<>();

  @AfterEach
  void hangUp() {
    streams.forEach(EventStream::close);
    Awaitility.await().until(() -> live.listeners() == 0);
  }

  EventStream listen(String token, String path, String last) throws Exception {
    var stream = EventStream.open(port, path, token, last);
    streams.add(stream);
    return stream;
  }

  void happen(ImageEvent event) {
    projection.apply(event).block();
    live.hear(new Fact(event.imageId(), null, new Fact.Proof.Event(event.eventId())));
  }
}
