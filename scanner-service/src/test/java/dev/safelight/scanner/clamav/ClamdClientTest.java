package dev.safelight.scanner.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClamdClientTest {

  @Test
  void asksForTheVersion() throws Exception {
    try (var clamd = new FakeClamd()) {
      assertThat(client(clamd).version()).isEqualTo(clamd.version);
    }
  }

  @Test
  void readsTheReplyOfOneThatHangsUpWhileWeWrite() throws Exception {
    try (var clamd = new FakeClamd()) {
      clamd.streamMaxLength = 100_000;
      assertThat(client(clamd).scan(new Zeros(50_000_000)))
          .isEqualTo("INSTREAM size limit exceeded. ERROR");
    }
  }

  @Test
  void givesUpOnOneThatNeverReplies() throws Exception {
    try (var clamd = new FakeClamd()) {
      clamd.judge = bytes -> null;
      assertThatThrownBy(() -> client(clamd).scan(new Zeros(1)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("Read timed out");
    }
  }

  /** No time-out of a socket covers a write, so this would block for ever without the deadline. */
  @Test
  void givesUpOnOneThatNeverReads() throws Exception {
    try (var clamd = new FakeClamd()) {
      clamd.deaf = true;
      assertThatThrownBy(() -> client(clamd).scan(new Zeros(100_000_000)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("PT1S");
    }
  }

  @Test
  void halfAReplyIsNone() throws Exception {
    try (var clamd = new FakeClamd()) {
      clamd.end = "";
      assertThatThrownBy(() -> client(clamd).scan(new Zeros(1))).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void doesNotListenForEverToOneThatIsNoClamd() throws Exception {
    try (var clamd = new FakeClamd()) {
      clamd.version = "SSH-2.0-OpenSSH".repeat(1000);
      assertThatThrownBy(() -> client(clamd).version()).hasMessageContaining("not clamd");
    }
  }

  @Test
  void saysSoWhenNobodyListens() throws Exception {
    var clamd = new FakeClamd();
    clamd.close();
    assertThatThrownBy(() -> client(clamd).version()).isInstanceOf(ConnectException.class);
  }

  @Test
  void whatTheContentThrowsComesThrough() throws Exception {
    var content =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] buffer, int offset, int length) {
            throw new IllegalStateException("the store's own trouble");
          }
        };
    try (var clamd = new FakeClamd()) {
      assertThatThrownBy(() -> client(clamd).scan(content))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static ClamdClient client(FakeClamd clamd) {
    return new ClamdClient(clamd.settings());
  }
}
