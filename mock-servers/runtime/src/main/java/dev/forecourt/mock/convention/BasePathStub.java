package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.PathSegments;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.MovedRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests with the path of the vendor's server before them and without: clients are given
 * either.
 */
final class BasePathStub implements VendorStub {

  private final VendorStub stub;
  private final Contract contract;
  private final String base;

  /** {@code base} begins with a slash and ends with none. */
  BasePathStub(VendorStub stub, Contract contract, String base) {
    this.stub = stub;
    this.contract = contract;
    this.base = base;
  }

  private MockRequest plain(MockRequest request) {
    String path = request.path();
    if (!path.startsWith(base + "/") || isKnown(path)) {
      return request;
    }
    return new MovedRequest(request, path.substring(base.length()));
  }

  private boolean isKnown(String path) {
    try {
      return contract.path(PathSegments.of(path)) != Contract.NONE;
    } catch (Refusal e) {
      return true; // the stub says what is wrong with it
    }
  }

  @Override
  public MockResponse handle(MockRequest request) {
    return stub.handle(plain(request));
  }

  @Override
  public @Nullable MockResponse handleAtOnce(MockRequest request) {
    return stub.handleAtOnce(plain(request));
  }

  @Override
  public int maxBodyBytes(MockRequest request) {
    return stub.maxBodyBytes(plain(request));
  }

  @Override
  public boolean documents(MockRequest request) {
    return stub.documents(plain(request));
  }

  @Override
  public void reset() {
    stub.reset();
  }

  @Override
  public StateKeeper state() {
    return stub.state();
  }

  @Override
  public MockResponse refuse(int status, String message) {
    return stub.refuse(status, message);
  }

  @Override
  public MockResponse refuse(Refusal refusal) {
    return stub.refuse(refusal);
  }

  @Override
  public List<RecordedRequest> requests() {
    return stub.requests();
  }

  @Override
  public List<Journal> journals() {
    return stub.journals();
  }

  @Override
  public void drain(Duration atMost) {
    stub.drain(atMost);
  }

  @Override
  public void close() {
    stub.close();
  }
}
