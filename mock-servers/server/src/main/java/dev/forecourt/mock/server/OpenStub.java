package dev.forecourt.mock.server;

import dev.forecourt.mock.disk.StateFile;
import dev.forecourt.mock.disk.StateFileProblem;
import dev.forecourt.mock.engine.SeedFile;
import dev.forecourt.mock.engine.Sessions;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.state.Seed;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.RandomIds;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stub with its seed and its files, and with what watches these for changes. */
final class OpenStub implements AutoCloseable {

  private final VendorStub stub;
  private final @Nullable SeedFile seed;
  private final @Nullable Reloader reloader;

  private OpenStub(VendorStub stub, @Nullable SeedFile seed, @Nullable Reloader reloader) {
    this.stub = stub;
    this.seed = seed;
    this.reloader = reloader;
  }

  /** Opens what a service wants. Throws {@link StartFailure} when a file is no good. */
  static OpenStub open(Service service, Consumer<String> notices) {
    Vendor vendor = service.vendor();
    try {
      SeedFile seed = service.seed() == null ? null : new SeedFile(vendor.id(), service.seed());
      OpenStub opened = filled(service, seed, notices);
      try {
        if (service.state() != null) {
          opened.stub.state().keepIn(StateFile.open(service.state(), vendor.id()));
        }
      } catch (StateFileProblem e) {
        opened.close();
        throw e;
      }
      if (seed != null) {
        seed.watch(opened.stub, notices);
      }
      return opened;
    } catch (Refusal e) {
      throw new StartFailure("%s: %s".formatted(vendor.id(), e.reason()), e);
    } catch (StateProblem | StateFileProblem | UncheckedIOException e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static OpenStub filled(
      Service service, @Nullable SeedFile seed, Consumer<String> notices) {
    MockSettings settings =
        new MockSettings(
            service.keys(),
            Clock.systemUTC(),
            new RandomIds(),
            seed == null ? new Seed() : seed.seed(),
            service.checkResponses(),
            service.unsigned(),
            service.access(),
            service.cors(),
            service.targets());
    try {
      if (service.classes() == null) {
        return new OpenStub(
            new Sessions(service.vendor(), settings, service.scenarios()), seed, null);
      }
      Reloader reloader =
          new Reloader(
              service.classes(),
              each -> new Sessions(each, settings, service.scenarios()),
              notices);
      return new OpenStub(reloader.start().stub(), seed, reloader);
    } catch (StateProblem e) {
      throw seed == null ? e : seed.unfit(e);
    }
  }

  VendorStub stub() {
    return stub;
  }

  @Override
  public void close() {
    if (seed != null) {
      seed.close();
    }
    stub.close();
    if (reloader != null) {
      reloader.close();
    }
  }
}
