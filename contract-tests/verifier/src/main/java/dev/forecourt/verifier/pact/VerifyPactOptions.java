package dev.forecourt.verifier.pact;

import dev.forecourt.verifier.contract.VendorContracts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to verify.
 *
 * @param files pact files, and folders of them
 * @param vendor vendor of all files; null to go by the provider that each names
 * @param contracts contracts to read
 * @param specs folder whose files the findings name; null to name no files of contracts
 * @param states file that says how states are brought about; null for none
 */
public record VerifyPactOptions(
    List<Path> files,
    @Nullable String vendor,
    VendorContracts contracts,
    @Nullable Path specs,
    @Nullable Path states) {}
