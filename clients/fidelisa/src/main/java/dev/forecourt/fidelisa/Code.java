package dev.forecourt.fidelisa;

import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.RequestDraft;
import java.util.List;

/** Who calls: the code of the provider or of the shop. No secret. */
final class Code implements Credential {
  private final String header;
  private final String code;

  Code(String header, String code) {
    this.header = header;
    this.code = code;
  }

  @Override
  public void apply(RequestDraft request) {
    request.setHeader(header, code);
  }

  @Override
  public List<String> secrets() {
    return List.of();
  }
}
