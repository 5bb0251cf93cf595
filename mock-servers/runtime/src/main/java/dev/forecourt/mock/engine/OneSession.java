package dev.forecourt.mock.engine;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stub whose every request belongs to one session, whether it names it or not. */
final class OneSession implements VendorStub {

  private final Sessions all;
  private final String name;

  OneSession(Sessions all, String name) {
    this.all = all;
    this.name = name;
  }

  private VendorStub stub() {
    return all.stubOf(name);
  }

  private MockRequest within(MockRequest request) {
    return new SessionRequest(request, name, request.path());
  }

  @Override
  public MockResponse handle(MockRequest request) {
    return all.handle(within(request));
  }

  @Override
  public @Nullable MockResponse handleAtOnce(MockRequest request) {
    return all.handleAtOnce(within(request));
  }

  @Override
  public int maxBodyBytes(MockRequest request) {
    return all.maxBodyBytes(request);
  }

  @Override
  public boolean documents(MockRequest request) {
    return all.documents(request);
  }

  @Override
  public void reset() {
    all.resetSession(name);
  }

  @Override
  public StateKeeper state() {
    return stub().state();
  }

  @Override
  public MockResponse refuse(int status, String message) {
    return all.refuse(status, message);
  }

  @Override
  public List<RecordedRequest> requests() {
    return stub().requests();
  }

  @Override
  public List<Journal> journals() {
    return stub().journals();
  }

  /** Ends the session. */
  @Override
  public void close() {
    all.end(name);
  }
}
