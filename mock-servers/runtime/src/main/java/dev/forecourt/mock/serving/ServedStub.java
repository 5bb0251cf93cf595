package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.vendor.VendorStub;
import org.jspecify.annotations.Nullable;

/** A stub whose answers web pages may read, whoever makes them: the stub or the transport. */
public final class ServedStub {

  private final VendorStub stub;
  private final Cors cors;

  public ServedStub(VendorStub stub, Cors cors) {
    this.stub = stub;
    this.cors = cors;
  }

  /** Answers one request. Never throws. */
  public MockResponse handle(MockRequest request) {
    return readable(request, stub.handle(request));
  }

  /** The same for a thread that must not be held up; null when it would be. */
  public @Nullable MockResponse handleAtOnce(MockRequest request) {
    MockResponse answer = stub.handleAtOnce(request);
    return answer == null ? null : readable(request, answer);
  }

  /** The vendor's refusal of what the transport could not hand over. */
  public MockResponse refuse(MockRequest request, int status, String message) {
    return readable(request, stub.refuse(status, message));
  }

  /** The same for a refusal with headers of its own. */
  public MockResponse refuse(MockRequest request, Refusal refusal) {
    return readable(request, stub.refuse(refusal));
  }

  /** The same for what could not be read as a request. */
  public MockResponse refuseUnread(int status, String message) {
    return cors.answerToUnread(stub.refuse(status, message));
  }

  /** Most bytes of body that it looks at. */
  public int maxBodyBytes(MockRequest request) {
    return stub.maxBodyBytes(request);
  }

  /** Controls say by themselves who may read them. */
  private MockResponse readable(MockRequest request, MockResponse answer) {
    return request.isControl() ? answer : cors.answer(request, answer);
  }
}
