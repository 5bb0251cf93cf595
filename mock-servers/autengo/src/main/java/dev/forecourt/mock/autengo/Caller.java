package dev.forecourt.mock.autengo;

import org.jspecify.annotations.Nullable;

/**
 * Whose token came with the request that this thread is answering: credentials are checked and
 * operations run by the same thread, one request after the other.
 */
final class Caller {

  private final ThreadLocal<Tokens.User> user = new ThreadLocal<>();

  void is(Tokens.User found) {
    user.set(found);
  }

  /** The user, to be asked only by an operation that wants a token; it is forgotten then. */
  Tokens.User take() {
    Tokens.@Nullable User found = user.get();
    user.remove();
    if (found == null) {
      throw new IllegalStateException("An operation without token asks for the user of its token");
    }
    return found;
  }
}
