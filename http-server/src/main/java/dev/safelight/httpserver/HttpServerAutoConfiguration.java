package dev.safelight.httpserver;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.netty.NettyPipeline;

/** Lets every connection of the server be closed by and by. */
@AutoConfiguration
class HttpServerAutoConfiguration {

  private static final String NAME = "safelight.lingeringClose";

  @Bean
  NettyServerCustomizer lingeringClose() {
    return server ->
        server.doOnChannelInit(
            (observer, channel, address) -> {
              var pipeline = channel.pipeline();
              if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                pipeline.addAfter(NettyPipeline.HttpCodec, NAME, new LingeringClose());
              }
            });
  }
}
