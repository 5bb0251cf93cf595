package dev.forecourt.mock.vendor;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.control.MovableClock;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.state.Seed;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a stub may be given from outside, so that a test can choose it.
 *
 * @param keys credentials that are accepted
 * @param clock says what "now" is, the vendor decides the zone; always a {@link MovableClock},
 *     around the one given
 * @param ids makes the ids of new objects
 * @param seed the start data
 * @param checkResponses whether every answer of an operation is held against the contract
 * @param unsigned whether calls need no signature, of a vendor that can do without: see {@link
 *     Vendor#takesUnsigned}
 * @param access who may call the controls
 * @param cors which web pages may call the operations
 * @param targets whom the stub may call by itself
 * @param session the session that it is for; null for the stub of those who name none
 */
public record MockSettings(
    Set<String> keys,
    Clock clock,
    Supplier<UUID> ids,
    Seed seed,
    boolean checkResponses,
    boolean unsigned,
    ControlAccess access,
    Cors cors,
    CallTargets targets,
    @Nullable String session) {

  /** The same for those who name no session. */
  public MockSettings(
      Set<String> keys,
      Clock clock,
      Supplier<UUID> ids,
      Seed seed,
      boolean checkResponses,
      boolean unsigned,
      ControlAccess access,
      Cors cors,
      CallTargets targets) {
    this(keys, clock, ids, seed, checkResponses, unsigned, access, cors, targets, null);
  }

  /** The same with the vendor's own start data, answers left unchecked, for this machine alone. */
  public MockSettings(Set<String> keys, Clock clock, Supplier<UUID> ids) {
    this(
        keys,
        clock,
        ids,
        new Seed(),
        false,
        false,
        ControlAccess.ofThisMachine(),
        Cors.OPEN,
        new CallTargets(Set.of()));
  }

  /** Copies the keys; refuses an empty set, with which no request could succeed. */
  public MockSettings {
    keys = Set.copyOf(keys);
    clock = MovableClock.around(clock);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "A mock needs at least one accepted key. Leave keys unset for the vendor's default.");
    }
  }

  /** The vendor's default keys, the system clock, random ids. */
  public static MockSettings defaults(Vendor vendor) {
    return new MockSettings(vendor.defaultKeys(), Clock.systemUTC(), new RandomIds());
  }

  /** The clock, to be told when it is moved. */
  public MovableClock movableClock() {
    return MovableClock.around(clock);
  }

  /** The same for the stub of a session, whose clock is moved by itself. */
  public MockSettings ofSession(String name) {
    return new MockSettings(
        keys,
        movableClock().real(),
        ids,
        seed,
        checkResponses,
        unsigned,
        access,
        cors,
        targets,
        name);
  }
}
