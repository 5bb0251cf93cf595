package dev.forecourt.mock.server;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.vendor.CallTargets;
import dev.forecourt.mock.vendor.Vendor;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vendor to serve.
 *
 * @param seed file to begin with; null: the vendor's own data
 * @param state directory to keep the state in; null: in memory
 * @param checkResponses whether answers are held against the contract
 * @param access who may call the controls
 * @param targets whom the vendor may call by itself
 * @param classes to load it from, and again when they change; null: those of the process
 */
record Service(
    Vendor vendor,
    int port,
    Set<String> keys,
    @Nullable Path seed,
    @Nullable Path state,
    boolean checkResponses,
    ControlAccess access,
    CallTargets targets,
    @Nullable VendorClasses classes) {}
