package dev.forecourt.mock.server;

import dev.forecourt.mock.MockRequest;
import dev.forecourt.mock.MockResponse;
import dev.forecourt.mock.StateKeeper;
import dev.forecourt.mock.VendorStub;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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

  @Override
  public MockResponse handle(MockRequest request) {
    lock.readLock().lock();
    try {
      return current.handle(request);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void reset() {
    lock.readLock().lock();
    try {
      current.reset();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public StateKeeper state() {
    lock.readLock().lock();
    try {
      return current.state();
    } finally {
      lock.readLock().unlock();
    }
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
