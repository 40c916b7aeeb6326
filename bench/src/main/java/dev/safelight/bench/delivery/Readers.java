package dev.safelight.bench.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Reads an address again and again, so many at a time, and follows where it leads.
 *
 * @param client keeps its connections
 * @param size bytes that each answer has to have
 */
record Readers(HttpClient client, int size) {

  /**
   * What that came to.
   *
   * @param perSecond answers that were whole
   * @param errors all others
   */
  record Result(double perSecond, int errors) {}

  Result read(URI address, int count, int parallel) {
    var left = new AtomicInteger(count);
    var errors = new AtomicInteger();
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2)).build();
    long began = System.nanoTime();
    CompletableFuture.allOf(
            IntStream.range(0, parallel)
                .mapToObj(i -> next(request, left, errors))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    var seconds = (System.nanoTime() - began) / 1e9;
    return new Result((count - errors.get()) / seconds, errors.get());
  }

  private CompletableFuture<?> next(HttpRequest request, AtomicInteger left, AtomicInteger errors) {
    if (left.getAndDecrement() <= 0) {
      return CompletableFuture.completedFuture(null);
    }
    return client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .handle((answer, failure) -> failure == null && isWhole(answer))
        .thenCompose(
            whole -> {
              if (!whole) {
                errors.incrementAndGet();
              }
              return next(request, left, errors);
            });
  }

  private boolean isWhole(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 200 && answer.body().length == size;
  }
}
