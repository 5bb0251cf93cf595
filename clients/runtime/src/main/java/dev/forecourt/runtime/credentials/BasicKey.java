package dev.forecourt.runtime.credentials;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** User and password in {@code Authorization: Basic} (RFC 7617). */
final class BasicKey implements Credential {
  private final Key user;
  private final Key password;
  private final LastSecrets sent = new LastSecrets();

  BasicKey(Key user, Key password) {
    this.user = user;
    this.password = password;
  }

  @Override
  public void apply(RequestDraft request) {
    String pair = pair(user.current(request), password.current(request));
    sent.remember(pair);
    request.setHeader("Authorization", "Basic " + pair);
  }

  private static String pair(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Worth a retry if the password changed while the request was under way. */
  @Override
  public boolean renew(RequestDraft refused) {
    if (!user.changes() && !password.changes()) {
      return false;
    }
    try {
      String next = pair(user.current(refused), password.current(refused));
      return !refused.header("Authorization").orElse("").equals("Basic " + next);
    } catch (RuntimeException e) {
      // the refusal is what the caller has to hear of
      return false;
    }
  }

  @Override
  public List<String> secrets() {
    List<String> all = new ArrayList<>(password.secrets());
    all.addAll(sent.all());
    return all;
  }

  @Override
  public String toString() {
    return "Authorization: Basic ****";
  }
}
