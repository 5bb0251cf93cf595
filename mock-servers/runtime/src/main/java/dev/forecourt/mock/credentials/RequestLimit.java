package dev.forecourt.mock.credentials;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import org.jspecify.annotations.Nullable;

/**
 * The limit on a vendor's requests: which of them count, together with which others, and what every
 * answer says of it. A vendor whose limit is like no other's writes its own.
 */
public interface RequestLimit {

  /** How many are allowed; a control changes it. */
  RateLimit rate();

  /**
   * Where a request counts that has just arrived, whatever it will be answered; null for one that
   * counts when it is let in, or not at all.
   */
  RateLimit.@Nullable Window arrived(MockRequest request);

  /**
   * Where a request counts whose credentials are good.
   *
   * @param arrived what {@link #arrived} has given
   */
  RateLimit.@Nullable Window admitted(@Nullable Object caller, RateLimit.@Nullable Window arrived);

  /** An answer with what the vendor says in it of the limit. Default: nothing. */
  default MockResponse tell(RateLimit.@Nullable Window arrived, MockResponse answer) {
    return answer;
  }

  /** The same of an answer to what could not be read as a request. Default: nothing. */
  default MockResponse tell(MockResponse answer) {
    return answer;
  }

  /** Counts the requests that are let in, those of each caller by themselves. */
  static RequestLimit ofCallers(RateLimit rate) {
    return new RequestLimit() {
      @Override
      public RateLimit rate() {
        return rate;
      }

      @Override
      public RateLimit.@Nullable Window arrived(MockRequest request) {
        return null;
      }

      @Override
      public RateLimit.@Nullable Window admitted(
          @Nullable Object caller, RateLimit.@Nullable Window arrived) {
        return rate.isOn() ? rate.count(caller == null ? "" : caller) : null;
      }
    };
  }
}
