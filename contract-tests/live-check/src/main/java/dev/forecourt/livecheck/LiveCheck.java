package dev.forecourt.livecheck;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.traffic.LiveTraffic;
import dev.forecourt.verifier.traffic.LiveTraffic.Checked;
import dev.forecourt.verifier.traffic.WireExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a sample of a client's exchanges against the contract, on a thread of its own. A call
 * never waits for it and never fails for it. The thread takes at most its share of one processor:
 * when more come than it can check, they are counted as dropped. Safe for many threads; several
 * clients of one vendor may share it.
 *
 * <pre>{@code
 * try (LiveCheck check =
 *         LiveCheck.of("fidcar")
 *             .sampling(0.01)
 *             .onFinding(found -> log.warn("{} {}: {}", found.vendor(), found.operation(), found.text()))
 *             .build();
 *     FidcarClient client =
 *         FidcarClient.builder().apiKey(key).aroundTransport(check::around).build()) {
 *   …
 *   check.counts();
 * }
 * }</pre>
 */
public final class LiveCheck implements AutoCloseable {
  private static final int WAITING = 32;
  private static final long LARGEST = 4_000_000;

  private final String vendor;
  private final double sampling;
  private final double share;
  private final Consumer<Finding> onFinding;
  private final Supplier<JsonNode> contract;
  private final @Nullable Writer recording;
  private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();
  private final LongAdder checked = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final ThreadPoolExecutor thread;
  private @Nullable LiveTraffic traffic;
  private volatile @Nullable Thread worker;
  private volatile boolean closing;

  private LiveCheck(Builder builder) throws IOException {
    this.vendor = builder.vendor;
    this.sampling = builder.sampling;
    this.share = builder.share;
    this.onFinding = builder.onFinding;
    this.contract = builder.contract;
    this.recording = builder.recording == null ? null : Files.newBufferedWriter(builder.recording);
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> {
              Thread made = new Thread(work, "forecourt-live-check");
              made.setDaemon(true);
              made.setPriority(Thread.MIN_PRIORITY);
              worker = made;
              return made;
            });
    // an idle application keeps no thread, and nothing keeps its class loader
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * A builder for a vendor, such as {@code fidcar}. Throws {@link IllegalArgumentException} naming
   * the known ones for any other.
   */
  public static Builder of(String vendor) {
    VendorContracts.packaged().requireKnown(vendor);
    return new Builder(vendor);
  }

  /** A transport that sends as the given one does; for {@code aroundTransport} of a client. */
  public Transport around(Transport next) {
    return new Transport() {
      @Override
      public WireResponse send(WireRequest request) throws TransportFailure {
        WireResponse response = next.send(request);
        if (sampling >= 1 || ThreadLocalRandom.current().nextDouble() < sampling) {
          sample(request, response);
        }
        return response;
      }

      @Override
      public void close() {
        next.close();
      }
    };
  }

  /** How often each kind of difference came, of the exchanges that were checked. */
  public Map<Kind, Long> counts() {
    Map<Kind, Long> all =
        new TreeMap<>(Comparator.comparing(Kind::operation).thenComparing(Kind::rule));
    counts.forEach((kind, count) -> all.put(kind, count.sum()));
    return all;
  }

  /** How many exchanges were checked. */
  public long checked() {
    return checked.sum();
  }

  /** How many of the sample were not checked, as too many came at once or one was too large. */
  public long dropped() {
    return dropped.sum();
  }

  /** How many could not be checked for a mistake of ours or of {@code onFinding}. */
  public long failed() {
    return failed.sum();
  }

  /** Waits up to five seconds for what is being checked, and closes the recording. */
  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    LockSupport.unpark(worker);
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
      Thread last = worker;
      if (last != null) {
        last.join(1000);
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
    if (recording != null) {
      try {
        recording.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close the recording", e);
      }
    }
  }

  private void sample(WireRequest request, WireResponse response) {
    byte[] sent = request.body() == null ? new byte[0] : request.body();
    // looked at first, as an exception would cost the caller more
    boolean full = thread.getQueue().remainingCapacity() == 0;
    if (full || sent.length + (long) response.body().length > LARGEST) {
      dropped.increment();
      return;
    }
    try {
      thread.execute(
          () -> {
            load();
            long start = System.nanoTime();
            check(request, sent, response);
            rest(System.nanoTime() - start);
          });
    } catch (RejectedExecutionException fullOrClosed) {
      dropped.increment();
    }
  }

  /** So long that what was just done is no more than the share. */
  private void rest(long worked) {
    long end = System.nanoTime() + (long) (worked / share) - worked;
    for (long left = end - System.nanoTime();
        left > 0 && !closing && !Thread.currentThread().isInterrupted();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** A contract is read when it is first needed: an application does not start later for it. */
  private void load() {
    if (traffic == null) {
      try {
        LiveTraffic loaded = LiveTraffic.of(vendor, contract.get());
        if (recording != null) {
          loaded.recordTo(recording);
        }
        traffic = loaded;
      } catch (RuntimeException e) {
        // counted below, once for each exchange
      }
    }
  }

  private void check(WireRequest request, byte[] sent, WireResponse response) {
    LiveTraffic loaded = traffic;
    if (loaded == null) {
      failed.increment();
      return;
    }
    try {
      Checked result =
          loaded.check(
              new WireExchange(
                  request.method(),
                  request.uri().toString(),
                  request.headers(),
                  sent,
                  response.status(),
                  response.headers(),
                  response.body(),
                  Set.of()));
      checked.increment();
      result
          .rules()
          .forEach(
              rule ->
                  counts
                      .computeIfAbsent(new Kind(result.operation(), rule), kind -> new LongAdder())
                      .increment());
      result
          .findings()
          .forEach(text -> onFinding.accept(new Finding(vendor, result.operation(), text)));
    } catch (RuntimeException | StackOverflowError e) {
      failed.increment();
    }
  }

  /** Without anything of the traffic. */
  @Override
  public String toString() {
    return "live check of %s: %d checked, %d dropped, %d failed"
        .formatted(vendor, checked(), dropped(), failed());
  }

  /** What to check, and whom to tell. */
  public static final class Builder {
    private final String vendor;
    private double sampling = 0.01;
    private double share = 0.01;
    private Consumer<Finding> onFinding = found -> {};
    private Supplier<JsonNode> contract;
    private @Nullable Path recording;

    private Builder(String vendor) {
      this.vendor = vendor;
      this.contract = () -> VendorContracts.packaged().of(vendor);
    }

    /**
     * Which part of the exchanges is checked: 0 for none, 1 for all. Default 0.01. Throws {@link
     * IllegalArgumentException} outside of that.
     */
    public Builder sampling(double part) {
      if (!(part >= 0 && part <= 1)) {
        throw new IllegalArgumentException(
            "sampling takes a part between 0 and 1, such as 0.01, not " + part + ".");
      }
      sampling = part;
      return this;
    }

    /**
     * The largest part of one processor that the checks may take: after each, the thread rests so
     * long. Default 0.01; 1 for no rest, as in tests. Throws {@link IllegalArgumentException} for
     * 0, less, or more than 1.
     */
    public Builder share(double part) {
      if (!(part > 0 && part <= 1)) {
        throw new IllegalArgumentException(
            "share takes a part of a processor above 0 and up to 1, such as 0.01, not "
                + part
                + ".");
      }
      share = part;
      return this;
    }

    /**
     * Gets each difference once, when it shows first. Called on the thread of the check. What it
     * throws is counted in {@link LiveCheck#failed()} and goes no further. Default: nobody.
     */
    public Builder onFinding(Consumer<Finding> listener) {
      onFinding = listener;
      return this;
    }

    /** A folder of contracts in place of those of this version, such as {@code specs}. */
    public Builder specs(Path folder) {
      contract = () -> VendorContracts.in(folder).of(vendor);
      return this;
    }

    /**
     * A file that each checked exchange is written to, one a line, with secrets and personal values
     * struck out, for {@code scripts/check-traffic}. Replaced if it exists. Default: none.
     */
    public Builder recordTo(Path file) {
      recording = file;
      return this;
    }

    /** Starts nothing yet: the first sampled exchange does. */
    public LiveCheck build() {
      try {
        return new LiveCheck(this);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "The recording cannot be written: " + e.getMessage() + ". Choose another file.", e);
      }
    }
  }
}
