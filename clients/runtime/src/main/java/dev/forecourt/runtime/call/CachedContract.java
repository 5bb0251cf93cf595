package dev.forecourt.runtime.call;

import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import java.util.List;

/** Feign's own contract, which reads each generated interface once and not for every client. */
final class CachedContract implements Contract {
  static final CachedContract INSTANCE = new CachedContract();

  /** Keeps what was read as long as the interface is loaded. */
  private final ClassValue<List<MethodMetadata>> read =
      new ClassValue<>() {
        @Override
        protected List<MethodMetadata> computeValue(Class<?> type) {
          return new DefaultContract().parseAndValidateMetadata(type);
        }
      };

  private CachedContract() {}

  @Override
  public List<MethodMetadata> parseAndValidateMetadata(Class<?> type) {
    return read.get(type);
  }
}
