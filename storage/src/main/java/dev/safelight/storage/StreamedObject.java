package dev.safelight.storage;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Streams an object whose connection may break.
 *
 * <p>The SDK's own {@code toPublisher} tells a break to nobody once the stream has begun: whoever
 * reads it waits for ever (seen with 2.55.0 and its Netty client). Here it ends the stream.
 */
class StreamedObject implements AsyncResponseTransformer<GetObjectResponse, StoredObject> {

  private volatile Attempt attempt = new Attempt();
  private volatile @Nullable GetObjectResponse response;

  /** One try of the SDK, which may make several. */
  private record Attempt(CompletableFuture<StoredObject> object, Sinks.Empty<Void> broken) {

    Attempt() {
      this(new CompletableFuture<>(), Sinks.empty());
    }
  }

  @Override
  public CompletableFuture<StoredObject> prepare() {
    attempt = new Attempt();
    return attempt.object();
  }

  @Override
  public void onResponse(GetObjectResponse answer) {
    response = answer;
  }

  @Override
  public void onStream(SdkPublisher<ByteBuffer> bytes) {
    var answer = response;
    var content = Flux.<ByteBuffer>from(bytes).takeUntilOther(attempt.broken().asMono());
    attempt
        .object()
        .complete(new StoredObject(answer == null ? 0 : answer.contentLength(), content));
  }

  @Override
  public void exceptionOccurred(Throwable failure) {
    attempt.object().completeExceptionally(failure);
    attempt.broken().tryEmitError(failure);
  }
}
