package dev.safelight.httpserver;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection in two steps where the request is not all there yet (RFC 9112, section 9.6).
 * To close it at once would make the client's next packet be answered by a reset, on which most
 * systems throw away what the client has not read yet: the answer that says what is wrong. So
 * nothing more is sent, and what still comes is read and thrown away, for a while and up to a size.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What becomes of a close its promise tells.
class LingeringClose extends ChannelDuplexHandler {

  private static final long PATIENCE_SECONDS = 5;

  /** More than a photo has; whoever sends more has had time enough to hear the answer. */
  private static final long MOST_BYTES = 16L << 20;

  private boolean unfinished;
  private @Nullable ChannelPromise closing;
  private long thrownAway;
  private @Nullable Future<?> end;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      unfinished = true;
    }
    if (message instanceof LastHttpContent) {
      unfinished = false;
    }
    if (closing == null) {
      context.fireChannelRead(message);
    } else {
      throwAway(context, closing, message);
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (closing == null
        && unfinished
        && context.channel().isActive()
        && context.channel() instanceof DuplexChannel channel) {
      linger(context, channel, promise);
    } else {
      context.close(promise);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (end != null) {
      end.cancel(false);
    }
    context.fireChannelInactive();
  }

  private void linger(
      ChannelHandlerContext context, DuplexChannel channel, ChannelPromise promise) {
    closing = promise;
    channel.shutdownOutput();
    channel.config().setAutoRead(true);
    end =
        context
            .executor()
            .schedule((Runnable) () -> context.close(promise), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void throwAway(ChannelHandlerContext context, ChannelPromise promise, Object message) {
    if (message instanceof HttpContent content) {
      thrownAway += content.content().readableBytes();
    }
    ReferenceCountUtil.release(message);
    if (!unfinished || thrownAway > MOST_BYTES) {
      context.close(promise);
    }
  }
}
