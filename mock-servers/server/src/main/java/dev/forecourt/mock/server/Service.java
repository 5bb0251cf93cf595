package dev.forecourt.mock.server;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.scenario.Scenarios;
import dev.forecourt.mock.serving.BasePath;
import dev.forecourt.mock.serving.Serving;
import dev.forecourt.mock.vendor.CallTargets;
import dev.forecourt.mock.vendor.Vendor;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A vendor to serve.
 *
 * @param seed file to begin with; null: the vendor's own data
 * @param state directory to keep the state in; null: in memory
 * @param checkResponses whether answers are held against the contract
 * @param unsigned whether its calls need no signature
 * @param access who may call the controls
 * @param cors which web pages may call the operations
 * @param base the path below which it is served
 * @param targets whom the vendor may call by itself
 * @param classes to load it from, and again when they change; null: those of the process
 * @param scenarios what it may begin with
 */
record Service(
    Vendor vendor,
    int port,
    Set<String> keys,
    @Nullable Path seed,
    @Nullable Path state,
    boolean checkResponses,
    boolean unsigned,
    ControlAccess access,
    Cors cors,
    BasePath base,
    CallTargets targets,
    @Nullable VendorClasses classes,
    Scenarios scenarios) {

  /** How it is served, beside a console that is there or not. */
  Serving serving(Supplier<@Nullable String> console) {
    return new Serving(vendor, cors, base, console);
  }
}
