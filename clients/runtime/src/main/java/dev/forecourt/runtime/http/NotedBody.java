package dev.forecourt.runtime.http;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body that knows whether anybody has begun to send it. */
final class NotedBody implements HttpRequest.BodyPublisher {
  private final HttpRequest.BodyPublisher bytes;
  private volatile boolean began;

  NotedBody(byte[] bytes) {
    this.bytes = BodyPublishers.ofByteArray(bytes);
  }

  /** Whether it has. */
  boolean began() {
    return began;
  }

  @Override
  public long contentLength() {
    return bytes.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    began = true;
    bytes.subscribe(subscriber);
  }
}
