package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** HTTP/2 over TLS, by the JDK's HttpClient. */
final class Http2 {
  private static final int MOST_THREADS = 4;

  /** Of what does no harm: under load JDK 17 meets a leaving connection several times in a row. */
  private static final int MOST_REPETITIONS = 20;

  private final HttpSettings settings;
  private final Watch watch;

  /** Keeps the watch awake, so that somebody ends this some time after the last use. */
  private final Guard presence = new Guard();

  private final Map<Route, Streams> streams = new ConcurrentHashMap<>();
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          MOST_THREADS,
          MOST_THREADS,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> Threads.daemon("forecourt-http2", task));

  Http2(HttpSettings settings, Watch watch) {
    this.settings = settings;
    this.watch = watch;
    threads.allowCoreThreadTimeOut(true);
    watch.add(presence);
  }

  /** An answer, and whether it really came by HTTP/2. */
  record Answer(WireResponse response, boolean http2) {}

  /** Sends it, when the server allows one more. */
  Answer send(WireRequest request, Route route, Lease lease, long deadline)
      throws TransportFailure {
    Streams permits = streams.computeIfAbsent(route, key -> new Streams());
    Call call = new Call(request, route, lease);
    call.begin(deadline);
    try {
      for (int repetitions = 0; ; repetitions++) {
        Answer answer = call.attempt(permits, repetitions < MOST_REPETITIONS);
        if (answer != null) {
          return answer;
        }
      }
    } finally {
      call.finish();
    }
  }

  /** Ends the threads; the HttpClients end when nothing refers to them. */
  void close() {
    watch.remove(presence);
    clients.clear();
    threads.shutdown();
  }

  private HttpClient client(Route route) {
    return clients.computeIfAbsent(route.proxyName(), name -> newClient(route));
  }

  private HttpClient newClient(Route route) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .connectTimeout(settings.connectTimeout())
            .executor(threads)
            .proxy(
                route.proxy() == null
                    ? HttpClient.Builder.NO_PROXY
                    : ProxySelector.of(route.proxy()))
            .followRedirects(HttpClient.Redirect.NEVER);
    if (settings.ssl() != null) {
      builder.sslContext(settings.ssl());
    }
    return builder.build();
  }

  /** One request, on the calling thread, which is interrupted when its time is over. */
  private final class Call {
    private final WireRequest request;
    private final Route route;
    private final Lease lease;
    private final Guard guard = new Guard();
    private final Thread caller = Thread.currentThread();
    private volatile boolean ended;
    private boolean mayHaveArrived;
    private @Nullable NotedBody body;

    Call(WireRequest request, Route route, Lease lease) {
      this.request = request;
      this.route = route;
      this.lease = lease;
    }

    void begin(long deadline) {
      guard.attach(
          () -> {
            caller.interrupt();
            ended = true;
          });
      watch.add(guard);
      guard.begin(lease, deadline);
      watch.began(deadline);
      if (lease.closed()) {
        guard.end(lease);
      }
    }

    /** Ends the watch, and takes back an interrupt that came too late. */
    void finish() {
      watch.remove(guard);
      if (!guard.finish()) {
        while (!ended) {
          Thread.onSpinWait();
        }
        Thread.interrupted();
      }
    }

    /** Null when nothing was processed, and the request can be sent once more. */
    @Nullable Answer attempt(Streams permits, boolean mayRepeat) throws TransportFailure {
      boolean held = false;
      try {
        permits.acquire();
        held = true;
        Answer answer = answer();
        held = false;
        permits.succeeded();
        return answer;
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (IOException e) {
        if (guard.timedOut() || guard.closed() || caller.isInterrupted()) {
          throw interrupted(e);
        }
        String words = words(e);
        if (words.contains("too many concurrent streams") || words.contains("not processed")) {
          held = false;
          try {
            permits.tooMany();
          } catch (InterruptedException again) {
            throw interrupted(again);
          }
          mayHaveArrived = false;
          return null;
        }
        TransportFailure failure = failure(e);
        // others share the connection, which may have ended for their sake, or by GOAWAY
        boolean harmless = !failure.mayHaveArrived() || Conversation.isHarmless(request.method());
        if (mayRepeat && harmless && failure.kind() == TransportFailure.Kind.BROKEN) {
          return null;
        }
        throw failure;
      } finally {
        if (held) {
          permits.failed();
        }
      }
    }

    private Answer answer() throws IOException, InterruptedException {
      HttpRequest jdk = jdkRequest();
      // of a request with a body, nothing can be done before the body begins to come
      mayHaveArrived = body == null;
      HttpResponse<InputStream> response = client(route).send(jdk, BodyHandlers.ofInputStream());
      mayHaveArrived = true;
      ResponseHead head = ResponseHead.of(response.statusCode(), response.headers().map());
      try (InputStream in = response.body()) {
        String unknown = Codings.unknown(head.codings());
        if (unknown != null) {
          throw Failures.unreadable(route, true, "unknown Content-Encoding " + unknown, head);
        }
        byte[] bytes = read(in, head);
        return new Answer(
            new WireResponse(head.status(), head.headers(), bytes),
            response.version() == HttpClient.Version.HTTP_2);
      }
    }

    private byte[] read(InputStream in, ResponseHead head) throws IOException {
      try {
        byte[] scratch = new byte[Body.SCRATCH];
        if (!head.coded() || !head.hasBody(request.method())) {
          return Body.read(in, -1, settings.maxAnswerBytes(), scratch);
        }
        try (InputStream plain = Codings.decode(in, head.codings())) {
          byte[] bytes = Body.read(plain, -1, settings.maxAnswerBytes(), scratch);
          head.decoded();
          return bytes;
        }
      } catch (IOException | OutOfMemoryError e) {
        if (guard.timedOut() || guard.closed() || caller.isInterrupted()) {
          throw e;
        }
        throw Failures.ofBody(route, settings.maxAnswerBytes(), e, false, head);
      }
    }

    private HttpRequest jdkRequest() {
      HttpRequest.Builder builder = HttpRequest.newBuilder(route.target().on(request.uri()));
      boolean codingMissing = settings.gzip();
      for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
        String name = header.getKey();
        if (!RequestHead.own(name) && !name.equalsIgnoreCase("Host")) {
          codingMissing &= !name.equalsIgnoreCase("Accept-Encoding");
          header.getValue().forEach(value -> builder.header(name, value));
        }
      }
      if (codingMissing) {
        builder.header("Accept-Encoding", "gzip");
      }
      byte[] bytes = request.body();
      if (bytes != null) {
        body = bytes.length == 0 ? null : new NotedBody(bytes);
        builder.method(request.method(), body == null ? BodyPublishers.noBody() : body);
      } else if (!request.method().equals("GET")) {
        builder.method(request.method(), BodyPublishers.noBody());
      }
      return builder.build();
    }

    private boolean sent() {
      return mayHaveArrived || (body != null && body.began());
    }

    private TransportFailure interrupted(Exception e) {
      Target target = route.target();
      if (guard.closed()) {
        return Failures.closed(target, sent());
      }
      if (guard.timedOut()) {
        return Failures.timeout(target, request.timeout(), sent(), null);
      }
      caller.interrupt();
      return Failures.interrupted(target, sent());
    }

    private TransportFailure failure(IOException e) {
      Target target = route.target();
      if (e instanceof TransportFailure own) {
        return own;
      }
      if (e instanceof HttpConnectTimeoutException) {
        return Failures.connectTimeout(route, settings.connectTimeout());
      }
      if (e instanceof ConnectException) {
        return Failures.noConnection(target, e);
      }
      if (e instanceof SSLHandshakeException) {
        return Failures.tls(route, e);
      }
      return Failures.broken(route, sent(), e, null);
    }
  }

  private static String words(Throwable e) {
    StringBuilder words = new StringBuilder();
    for (Throwable each = e; each != null; each = each.getCause()) {
      words.append(each.getMessage()).append('\n');
    }
    return words.toString();
  }
}
