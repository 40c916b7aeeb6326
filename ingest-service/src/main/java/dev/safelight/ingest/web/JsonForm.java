package dev.safelight.ingest.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code application/json} with the image in base64, which is decoded as it comes in and never held
 * as a text. Each body is read by a virtual thread of its own, which waits where the sender is
 * slow, and lets the sender wait where the disk is.
 */
class JsonForm implements BodyForm {

  /** Pieces that wait for the parser. */
  private static final int PIECES_IN_MEMORY = 4;

  /** The document, a field in it, and what that may hold. */
  private static final int MAX_DEPTH = 34;

  private static final int MAX_NAME = 1000;

  private final Scheduler threads =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
  private final JsonFactory json;
  private final RequestProperties limits;

  JsonForm(RequestProperties limits) {
    this.limits = limits;
    this.json =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength((int) limits.maxFieldSize().toBytes())
                    .build())
            .build();
  }

  @Override
  public boolean has(MediaType type) {
    return MediaType.APPLICATION_JSON.includes(type);
  }

  @Override
  public Mono<Void> read(ServerHttpRequest request, FormAssembler upload) {
    return Mono.using(
        () -> DataBufferUtils.subscriberInputStream(request.getBody(), PIECES_IN_MEMORY),
        body -> Mono.<Void>fromRunnable(() -> read(body, upload)).subscribeOn(threads),
        JsonForm::close);
  }

  private void read(InputStream body, FormAssembler upload) {
    try {
      var maxFieldSize = (int) limits.maxFieldSize().toBytes();
      new JsonUpload(new JsonValues(json, body, maxFieldSize), upload).read();
    } catch (StreamConstraintsException e) {
      throw UploadProblems.malformedBody("Something is too long or nested too deeply" + place(e));
    } catch (JacksonException e) {
      throw UploadProblems.malformedBody("No valid JSON, or a member is there twice," + place(e));
    }
  }

  private static String place(JacksonException failure) {
    var place = failure.getLocation();
    return place == null
        ? "."
        : " at line %d, column %d.".formatted(place.getLineNr(), place.getColumnNr());
  }

  /** Also wakes up a thread that waits for more of it. */
  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
