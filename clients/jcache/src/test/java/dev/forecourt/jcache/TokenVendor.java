package dev.forecourt.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues tokens, as slowly as a test wants, and takes calls that have one. */
final class TokenVendor implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger issued = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final Set<String> good = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<CountDownLatch> holds = new LinkedBlockingQueue<>();
  private final CountDownLatch asked = new CountDownLatch(1);

  TokenVendor() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/oauth/token", this::issue);
    server.createContext("/api/options", this::take);
    server.start();
  }

  /** The next request for a token gets no answer until the latch opens. */
  void hold(CountDownLatch latch) {
    holds.add(latch);
  }

  /** Waits until somebody has asked for a token. */
  void awaitRequestForToken() throws InterruptedException {
    if (!asked.await(1, TimeUnit.MINUTES)) {
      throw new AssertionError("Nobody asked for a token.");
    }
  }

  private void issue(HttpExchange call) throws IOException {
    String token = "token-" + issued.incrementAndGet();
    asked.countDown();
    CountDownLatch hold = holds.poll();
    try {
      if (hold != null) {
        hold.await();
      }
    } catch (InterruptedException e) {
      return;
    }
    good.add("Bearer " + token);
    answer(
        call,
        200,
        "{\"access_token\":\"" + token + "\",\"expires_in\":86400,\"token_type\":\"Bearer\"}");
  }

  private void take(HttpExchange call) throws IOException {
    boolean isGood = good.contains(call.getRequestHeaders().getFirst("Authorization"));
    if (isGood) {
      calls.incrementAndGet();
    }
    answer(call, isGood ? 200 : 401, "[]");
  }

  /** All tokens so far are refused from now on. */
  void refuseAllTokens() {
    good.clear();
  }

  private static void answer(HttpExchange call, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  int tokenRequests() {
    return issued.get();
  }

  /** Calls that had a good token. */
  int calls() {
    return calls.get();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
