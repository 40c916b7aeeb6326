package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.idempotency.Claim;
import dev.safelight.ingest.upload.idempotency.IdempotencyKeys;
import dev.safelight.ingest.upload.idempotency.KeyedRequest;
import dev.safelight.ingest.upload.idempotency.StoredAnswer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** The keys of one test, in memory and without an end. */
class FakeKeys implements IdempotencyKeys {

  final Map<String, Claim.Granted> running = new ConcurrentHashMap<>();
  final Map<String, StoredAnswer> answers = new ConcurrentHashMap<>();
  final Map<String, KeyedRequest> requests = new ConcurrentHashMap<>();
  final List<Claim.Granted> released = new CopyOnWriteArrayList<>();
  volatile Mono<Void> answering = Mono.empty();

  void reset() {
    running.clear();
    answers.clear();
    requests.clear();
    released.clear();
    answering = Mono.empty();
  }

  @Override
  public Mono<Claim> claim(KeyedRequest request, UUID seed) {
    return Mono.fromSupplier(
        () -> {
          var first = requests.putIfAbsent(request.key(), request);
          if (first != null && !first.equals(request)) {
            return new Claim.Reused();
          }
          var answer = answers.get(request.key());
          if (answer != null) {
            return new Claim.Answered(answer);
          }
          var claim = new Claim.Granted(request, UUID.randomUUID(), seed);
          return running.putIfAbsent(request.key(), claim) == null ? claim : new Claim.InProgress();
        });
  }

  @Override
  public Mono<Void> renew(Claim.Granted claim) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> answer(Claim.Granted claim, StoredAnswer answer) {
    return Mono.defer(() -> answering)
        .then(Mono.fromRunnable(() -> answers.put(claim.request().key(), answer)));
  }

  @Override
  public Mono<Void> release(Claim.Granted claim) {
    return Mono.fromRunnable(
        () -> {
          released.add(claim);
          running.remove(claim.request().key());
          requests.remove(claim.request().key());
        });
  }
}
