package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.vendor.VendorStub;
import org.jspecify.annotations.Nullable;

/**
 * A stub as a transport serves it: below a path, with its contract and a front page, and readable
 * for web pages, whoever makes the answer, the stub or the transport.
 */
public final class ServedStub {

  private static final int NOT_FOUND = 404;

  private final VendorStub stub;
  private final Serving serving;
  private final OwnPages pages;

  public ServedStub(VendorStub stub, Serving serving) {
    this.stub = stub;
    this.serving = serving;
    pages = new OwnPages(serving, stub::documents);
  }

  /** Answers one request. Never throws. */
  public MockResponse handle(MockRequest request) {
    MockRequest within = serving.base().within(request);
    if (within == null) {
      return missing(request);
    }
    MockResponse own = OwnPages.isOne(within) ? pages.answer(within) : null;
    return served(within, own == null ? stub.handle(within) : own);
  }

  /** The same for a thread that must not be held up; null when it would be. */
  public @Nullable MockResponse handleAtOnce(MockRequest request) {
    MockRequest within = serving.base().within(request);
    if (within == null) {
      return missing(request);
    }
    if (OwnPages.isOne(within)) {
      return null; // a file is read, perhaps
    }
    MockResponse answer = stub.handleAtOnce(within);
    return answer == null ? null : served(within, answer);
  }

  private MockResponse missing(MockRequest request) {
    return refuse(request, NOT_FOUND, serving.base().missing(request));
  }

  private MockResponse served(MockRequest request, MockResponse answer) {
    String place = answer.header("Location");
    boolean ours = place != null && place.startsWith("/") && !place.startsWith("//");
    MockResponse placed =
        ours
            ? answer.with("Location", CalledAddress.prefix(request, serving.base()) + place)
            : answer;
    return readable(request.isControl(), request, placed);
  }

  /** The vendor's refusal of what the transport could not hand over. */
  public MockResponse refuse(MockRequest request, int status, String message) {
    return readable(isControl(request), request, stub.refuse(status, message));
  }

  /** The same for a refusal with headers of its own. */
  public MockResponse refuse(MockRequest request, Refusal refusal) {
    return readable(isControl(request), request, stub.refuse(refusal));
  }

  /** The same for what could not be read as a request. */
  public MockResponse refuseUnread(int status, String message) {
    return serving.cors().answerToUnread(stub.refuse(status, message));
  }

  /** Most bytes of body that it looks at. */
  public int maxBodyBytes(MockRequest request) {
    MockRequest within = serving.base().within(request);
    return stub.maxBodyBytes(within == null ? request : within);
  }

  private boolean isControl(MockRequest request) {
    MockRequest within = serving.base().within(request);
    return within != null && within.isControl();
  }

  /** Controls say by themselves who may read them. */
  private MockResponse readable(boolean control, MockRequest request, MockResponse answer) {
    return control ? answer : serving.cors().answer(request, answer);
  }
}
