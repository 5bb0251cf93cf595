package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** One connection of HTTP/1.1, for one request after another. */
final class Connection {
  private static final int BUFFER = 8 << 10;

  /** Parts of a large body: between them there may be an answer already, such as 413. */
  private static final int PART = 64 << 10;

  /** Many servers close sooner; whether one did is looked up before it matters. */
  private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final String HTTP = "HTTP/";

  private static final byte[] NO_BODY = {};

  private static final Http1Config CHUNKS =
      Http1Config.custom()
          .setMaxLineLength(ResponseHead.LONGEST_LINE)
          .setMaxHeaderCount(ResponseHead.MOST_HEADERS)
          .build();

  private final Route route;
  private final Guard guard;
  private final ChannelSocket socket;
  private final @Nullable SSLSocket tls;
  private final NotingInput in;
  private final OutputStream out;
  private final SessionInputBufferImpl inBuffer =
      new SessionInputBufferImpl(
          new BasicHttpTransportMetrics(), BUFFER, -1, ResponseHead.LONGEST_LINE, null);
  private final SessionOutputBufferImpl outBuffer =
      new SessionOutputBufferImpl(new BasicHttpTransportMetrics(), BUFFER, -1, null);
  private final CharArrayBuffer line = new CharArrayBuffer(256);
  private byte[] scratch = NO_BODY;
  private long writtenBefore;
  private boolean cutShort;
  private boolean first = true;
  private long idleSince;
  private long keptNanos;

  Connection(Route route, Guard guard, ChannelSocket socket, @Nullable SSLSocket tls)
      throws IOException {
    this.route = route;
    this.guard = guard;
    this.socket = socket;
    this.tls = tls;
    this.in = new NotingInput(tls == null ? socket.getInputStream() : tls.getInputStream());
    this.out = tls == null ? socket.getOutputStream() : tls.getOutputStream();
  }

  Route route() {
    return route;
  }

  Guard guard() {
    return guard;
  }

  /** Whether a next request would find an answer, or the end, where none was asked for. */
  boolean stale() {
    return !nothingNew();
  }

  private boolean nothingNew() {
    try {
      ChannelInput channel = socket.getInputStream();
      if (tls != null && channel.nothingNew()) {
        return true;
      }
      channel.poll(true);
      try {
        // of TLS, what came may be a ticket for later
        inBuffer.fillBuffer(in);
        return false;
      } catch (ChannelInput.NothingYet e) {
        return true;
      } finally {
        channel.poll(false);
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends a request, or as much of it as the server wants before it answers. */
  void send(WireRequest request, @Nullable String proxyAuthorization, boolean gzip)
      throws IOException {
    writtenBefore = socket.getOutputStream().count();
    cutShort = false;
    in.restart();
    RequestHead.write(request, route, proxyAuthorization, gzip, line, outBuffer, out);
    byte[] body = request.body();
    if (body == null || body.length <= 2 * PART) {
      if (body != null) {
        outBuffer.write(body, out);
      }
      outBuffer.flush(out);
      return;
    }
    outBuffer.flush(out);
    for (int at = 0; at < body.length; at += PART) {
      if (!nothingNew()) {
        cutShort = true;
        return;
      }
      out.write(body, at, Math.min(PART, body.length - at));
    }
    out.flush();
  }

  /** Whether the system took nothing of the last request, so that none of it has arrived. */
  boolean nothingSent() {
    return socket.getOutputStream().count() == writtenBefore;
  }

  /** Whether anything of an answer came. */
  boolean answered() {
    return in.began();
  }

  /** Whether the other side has ended its stream. */
  boolean ended() {
    return in.ended();
  }

  /** The next head; null when the other side has ended without one. */
  @Nullable ResponseHead readHead() throws HttpException, IOException {
    return ResponseHead.read(line, inBuffer, in);
  }

  /** Whether the last line that was read begins like that, to guess who speaks there. */
  boolean saidFirst(String bytes) {
    return line.length() >= bytes.length() && line.toString().startsWith(bytes);
  }

  /** Whether the last line that was read, as far as it came, may be the first of an answer. */
  boolean saidHttp() {
    return saidFirst(HTTP) || HTTP.startsWith(line.toString());
  }

  /** The body, without its codings. Says in the head's headers what was removed. */
  byte[] readBody(ResponseHead head, String method, long limit) throws IOException {
    if (!head.hasBody(method)) {
      finish(head, method, true);
      return NO_BODY;
    }
    InputStream framed = framed(head);
    byte[] body;
    boolean atEnd = true;
    if (head.coded()) {
      try (InputStream plain = Codings.decode(Body.unclosed(framed), head.codings())) {
        body = Body.read(plain, -1, limit, scratch());
      }
      atEnd = Body.drain(framed);
      head.decoded();
    } else {
      body = Body.read(framed, head.length(), limit, head.length() < 0 ? scratch() : NO_BODY);
    }
    finish(head, method, atEnd);
    return body;
  }

  private byte[] scratch() {
    if (scratch.length == 0) {
      scratch = new byte[Body.SCRATCH];
    }
    return scratch;
  }

  private InputStream framed(ResponseHead head) {
    if (head.chunked()) {
      return new ChunkedInputStream(inBuffer, in, CHUNKS);
    }
    return head.length() < 0
        ? new IdentityInputStream(inBuffer, in)
        : new ContentLengthInputStream(inBuffer, in, head.length());
  }

  private void finish(ResponseHead head, String method, boolean atEnd) {
    boolean kept =
        atEnd && !cutShort && head.keptAlive(method) && !inBuffer.hasBufferedData() && !in.ended();
    keptNanos = kept ? head.keptNanos() : 0;
    first = false;
  }

  /** Whether the last answer left the connection fit for another request. */
  boolean reusable() {
    return keptNanos > 0;
  }

  /** Begins to be idle. */
  void idle(long now) {
    idleSince = now;
  }

  /** How long it has been idle. */
  long idleNanos(long now) {
    return now - idleSince;
  }

  /** Whether it has been idle for long, or for as long as the server keeps it. */
  boolean expired(long now) {
    return idleNanos(now) >= Math.min(MOST_IDLE_NANOS, keptNanos);
  }

  /** Whether the server took no part in TLS after all, before it took the first request. */
  boolean refusedAtFirst(Throwable e) {
    return tls != null && first && !answered() && e instanceof SSLException;
  }

  /** Takes leave of an idle connection. */
  void close() {
    try {
      if (tls != null) {
        tls.close();
      }
    } catch (IOException e) {
      // nobody waits for it
    } finally {
      abort();
    }
  }

  /** Closes at once. */
  void abort() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed all the same
    }
  }
}
