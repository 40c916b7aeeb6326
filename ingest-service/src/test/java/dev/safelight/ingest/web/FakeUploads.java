package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.resumable.Completion;
import dev.safelight.ingest.upload.resumable.IncomingObjects;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import dev.safelight.ingest.upload.resumable.OpenUploads;
import dev.safelight.ingest.upload.resumable.UploadLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uploads that have begun, and their bytes, in memory. */
class FakeUploads implements OpenUploads, IncomingObjects, UploadLinks {

  final Map<UUID, OpenUpload> uploads = new ConcurrentHashMap<>();
  final Map<UUID, String> locks = new ConcurrentHashMap<>();
  final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  void reset() {
    uploads.clear();
    locks.clear();
    objects.clear();
  }

  @Override
  public Mono<Void> add(OpenUpload upload) {
    return Mono.fromRunnable(() -> uploads.put(upload.id(), upload));
  }

  @Override
  public Mono<OpenUpload> find(UUID id) {
    return Mono.fromSupplier(() -> uploads.get(id));
  }

  @Override
  public Mono<Long> countOpen(String owner, Instant now) {
    return Mono.fromSupplier(
        () -> uploads.values().stream().filter(upload -> upload.completion() == null).count());
  }

  @Override
  public Mono<OpenUpload> lock(UUID id, String token, Instant now, Instant until) {
    return Mono.fromSupplier(() -> locks.putIfAbsent(id, token) == null ? uploads.get(id) : null);
  }

  @Override
  public Mono<Boolean> renew(UUID id, String token, Instant until) {
    return Mono.fromSupplier(() -> token.equals(locks.get(id)));
  }

  @Override
  public Mono<Void> unlock(UUID id, String token) {
    return Mono.fromRunnable(() -> locks.remove(id, token));
  }

  @Override
  public Mono<Boolean> append(UUID id, String token, long offset, Part part) {
    return Mono.fromSupplier(
        () -> {
          var moved = new AtomicBoolean();
          uploads.computeIfPresent(
              id,
              (key, upload) -> {
                moved.set(upload.offset() == offset && token.equals(locks.get(id)));
                return moved.get() ? appended(upload, part) : upload;
              });
          return moved.get();
        });
  }

  private static OpenUpload appended(OpenUpload upload, Part part) {
    var parts = new ArrayList<>(upload.parts());
    parts.add(part);
    return new OpenUpload(
        upload.id(),
        upload.uploader(),
        upload.announced(),
        upload.offset() + part.size(),
        parts,
        upload.expiresAt(),
        null);
  }

  @Override
  public Mono<Void> complete(UUID id, Completion completion) {
    return Mono.fromRunnable(
        () ->
            uploads.computeIfPresent(
                id,
                (key, upload) ->
                    new OpenUpload(
                        id,
                        upload.uploader(),
                        upload.announced(),
                        upload.offset(),
                        upload.parts(),
                        upload.expiresAt(),
                        completion)));
  }

  @Override
  public Mono<Void> remove(UUID id) {
    return Mono.fromRunnable(() -> uploads.remove(id));
  }

  @Override
  public Flux<UUID> expired(Instant now) {
    return Flux.empty();
  }

  @Override
  public Flux<UUID> of(String owner) {
    return Flux.empty();
  }

  @Override
  public Mono<Void> store(String key, Path file) {
    return Mono.fromRunnable(
        () -> {
          try {
            objects.put(key, Files.readAllBytes(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public Mono<Flux<ByteBuffer>> open(String key) {
    return Mono.fromSupplier(() -> objects.get(key))
        .map(bytes -> Flux.just(ByteBuffer.wrap(bytes)));
  }

  @Override
  public Mono<Void> removeAll(UUID uploadId) {
    return Mono.fromRunnable(
        () -> objects.keySet().removeIf(key -> key.startsWith(IncomingObjects.keyOf(uploadId))));
  }

  @Override
  public Mono<Long> removeOlderThan(Instant time) {
    return Mono.just(0L);
  }

  @Override
  public UploadLink to(String key, String contentType, long size, Duration validity) {
    return new UploadLink(
        URI.create("http://store.test/" + key),
        Map.of("content-type", contentType),
        Instant.parse("2026-11-21T10:00:00Z").plus(validity));
  }
}
