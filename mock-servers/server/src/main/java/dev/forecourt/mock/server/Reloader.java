package dev.forecourt.mock.server;

import dev.forecourt.mock.disk.StateFileProblem;
import dev.forecourt.mock.state.ChangeWatch;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves a vendor by its newest classes: loads them again whenever they have changed, and gives the
 * new stub the state of the old one. Classes that are no good leave the old stub where it is.
 */
final class Reloader implements AutoCloseable {

  private final VendorClasses classes;
  private final Function<Vendor, VendorStub> opener;
  private final Consumer<String> notices;
  private final ReloadingStub stub;
  private VendorClasses.Loaded loaded;
  private @Nullable ChangeWatch watch;

  /**
   * Loads the vendor for the first time. Throws {@link StartFailure} when that is impossible, and
   * what the opener throws.
   */
  Reloader(VendorClasses classes, Function<Vendor, VendorStub> opener, Consumer<String> notices) {
    this.classes = classes;
    this.opener = opener;
    this.notices = notices;
    try {
      loaded = classes.load();
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      throw new StartFailure(
          "No vendor can be loaded from %s: %s. Build it first.".formatted(classes.source(), e), e);
    }
    stub = new ReloadingStub(opener.apply(loaded.vendor()));
  }

  VendorStub stub() {
    return stub;
  }

  /** Looks for changes from now on. */
  Reloader start() {
    watch = new ChangeWatch(classes::stamp, this::reload).start();
    return this;
  }

  /** Loads the classes as they are now. */
  void reload() {
    String id = loaded.vendor().id();
    VendorClasses.Loaded next = null;
    VendorStub fresh = null;
    try {
      next = classes.load();
      fresh = opener.apply(next.vendor());
      String unfit = stub.exchange(fresh);
      loaded.close();
      loaded = next;
      notices.accept(
          unfit == null
              ? "%s: loaded again from %s, with its state".formatted(id, classes.source())
              : "%s: loaded again from %s, with its seed, for the state does not fit any more: %s"
                  .formatted(id, classes.source(), unfit));
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      if (fresh != null) {
        fresh.close();
      }
      if (next != null) {
        next.close();
      }
      String why = e instanceof StateFileProblem ? e.getMessage() : e.toString();
      notices.accept(
          "%s: cannot be loaded from %s, the old one stays: %s"
              .formatted(id, classes.source(), why));
    }
  }

  /** Stops looking; the stub is closed by whoever closes stubs. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    loaded.close();
  }
}
