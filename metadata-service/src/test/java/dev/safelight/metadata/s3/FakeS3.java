package dev.safelight.metadata.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks as much of S3's HTTP as reading takes, and remembers what it was asked for. */
public final class FakeS3 implements AutoCloseable {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile boolean away;
  private volatile boolean breaking;

  /** Starts it on a free port. */
  public FakeS3() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void put(String bucket, String key, byte[] content) {
    objects.put('/' + bucket + '/' + key, content);
  }

  /** Paths of all requests to read objects so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** From now on every request fails, or works again. */
  public void setAway(boolean away) {
    this.away = away;
  }

  /** From now on connections break in the middle of an object, or hold again. */
  public void setBreaking(boolean breaking) {
    this.breaking = breaking;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var content = objects.get(path);
      if (away) {
        exchange.sendResponseHeaders(503, -1);
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        objects.remove(path);
        exchange.sendResponseHeaders(204, -1);
      } else if (isListing(exchange)) {
        list(path, exchange);
      } else if (content != null) {
        asked.add(path);
        send(content, exchange);
      } else {
        asked.add(path);
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static boolean isListing(HttpExchange exchange) {
    var query = exchange.getRequestURI().getQuery();
    return query != null && query.contains("list-type=2");
  }

  private void list(String bucket, HttpExchange exchange) throws IOException {
    var matcher = Pattern.compile("prefix=([^&]*)").matcher(exchange.getRequestURI().getQuery());
    var prefix = bucket + '/' + (matcher.find() ? matcher.group(1) : "");
    var listed =
        keys(prefix).stream()
            .map(
                key ->
                    "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                        .formatted(key.substring(bucket.length() + 1), objects.get(key).length))
            .collect(Collectors.joining());
    var answer = "<ListBucketResult>" + listed + "</ListBucketResult>";
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(200, answer.length());
    exchange.getResponseBody().write(answer.getBytes(UTF_8));
  }

  /** Paths of the objects that begin like this. */
  public List<String> keys(String prefix) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  private void send(byte[] content, HttpExchange exchange) throws IOException {
    var header = exchange.getRequestHeaders().getFirst("Range");
    var range = RANGE.matcher(header == null ? "" : header);
    var part = content;
    if (range.matches()) {
      var last = Math.min(Integer.parseInt(range.group(2)), content.length - 1);
      part = Arrays.copyOfRange(content, Integer.parseInt(range.group(1)), last + 1);
    }
    exchange.sendResponseHeaders(range.matches() ? 206 : 200, part.length);
    exchange.getResponseBody().write(part, 0, breaking ? part.length / 2 : part.length);
  }
}
