/**
 * A token that is fetched when it is first needed, kept until shortly before it expires, and fetched once for all who wait.
 *
 * fetchToken() answers {token, seconds}; seconds may be left out.
 */
export class TokenSource {
  #fetchToken;
  #lifetime;
  #margin;
  #now;
  #current;

  constructor(fetchToken, { lifetimeSeconds = 86_400, marginSeconds = 60, now = Date.now } = {}) {
    this.#fetchToken = fetchToken;
    this.#lifetime = lifetimeSeconds;
    this.#margin = marginSeconds;
    this.#now = now;
  }

  async get() {
    if (this.#current === undefined || this.#now() >= this.#current.until) {
      const entry = { until: Infinity };
      entry.token = this.#fetchToken().then(
        ({ token, seconds = this.#lifetime }) => {
          entry.until = this.#now() + Math.max(0, seconds - this.#margin) * 1000;
          return token;
        },
        (error) => {
          if (this.#current === entry) this.#current = undefined;
          throw error;
        },
      );
      this.#current = entry;
    }
    return this.#current.token;
  }

  /** Forgets a token that was refused; another one that has come since stays. */
  async evict(refused) {
    const entry = this.#current;
    if (entry !== undefined && (await entry.token) === refused && this.#current === entry) this.#current = undefined;
  }
}
