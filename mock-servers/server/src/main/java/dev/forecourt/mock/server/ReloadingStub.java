package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stub behind whose back another one takes its place, between two requests. */
final class ReloadingStub implements VendorStub {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private VendorStub current;

  ReloadingStub(VendorStub first) {
    current = first;
  }

  /**
   * Lets another stub go on with the state, and closes the one before. Returns why the state did
   * not fit, or null. When this throws, all is as it was.
   */
  @Nullable String exchange(VendorStub next) {
    lock.writeLock().lock();
    try {
      String unfit = current.state().moveTo(next.state());
      VendorStub before = current;
      current = next;
      before.close();
      return unfit;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T ask(Function<VendorStub, T> question) {
    lock.readLock().lock();
    try {
      return question.apply(current);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public MockResponse handle(MockRequest request) {
    return ask(stub -> stub.handle(request));
  }

  @Override
  public @Nullable MockResponse handleAtOnce(MockRequest request) {
    return ask(stub -> Optional.ofNullable(stub.handleAtOnce(request))).orElse(null);
  }

  @Override
  public MockResponse refuse(int status, String message) {
    return ask(stub -> stub.refuse(status, message));
  }

  @Override
  public int maxBodyBytes(MockRequest request) {
    return ask(stub -> stub.maxBodyBytes(request));
  }

  @Override
  public boolean documents(MockRequest request) {
    return ask(stub -> stub.documents(request));
  }

  @Override
  public List<RecordedRequest> requests() {
    return ask(VendorStub::requests);
  }

  @Override
  public List<Journal> journals() {
    return ask(VendorStub::journals);
  }

  @Override
  public void reset() {
    ask(
        stub -> {
          stub.reset();
          return stub;
        });
  }

  @Override
  public StateKeeper state() {
    return ask(VendorStub::state);
  }

  @Override
  public void drain(Duration atMost) {
    ask(
        stub -> {
          stub.drain(atMost);
          return stub;
        });
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      current.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
