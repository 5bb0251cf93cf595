/** A vendor whose API is mocked. */
export type Vendor = 'autengo' | 'autochat' | 'claire' | 'fidcar' | 'fidelisa';

export interface Settings {
  /** Which vendors to serve. Default: all. */
  vendors?: readonly Vendor[];
  /**
   * Ports by vendor, 0 for a free one; a number for that port and those after it; `'fixed'` for the usual ones (4011 to
   * 4015). Default: free ones, so that test runs may go side by side.
   */
  ports?: Partial<Record<Vendor, number>> | number | 'fixed';
  /** A file with the state to begin with, by vendor: what `GET /__mock/state` answers. Default: the seed of the mock. */
  seeds?: Partial<Record<Vendor, string>>;
  /** A folder to keep the state in. Default: in memory only. */
  state?: string;
  /** The scenario to begin with, such as `'empty-stock'`, at each vendor that has it; `reset()` goes back to it. */
  scenario?: string;
  /** Whether to serve the console: on a free port, or on this one. Default: no. */
  console?: boolean | number;
  /** The program `java` to use. Default: that of `JAVA_HOME`, else that of the `PATH`. */
  java?: string;
  /** More options of the process, as `npx forecourt-mocks --help` lists them. */
  options?: readonly string[];
}

/** A request as the journal keeps it; keys show as `****`. */
export interface RecordedRequest {
  time: string;
  method: string;
  path: string;
  query?: string;
  headers: Record<string, string>;
  /** The operationId, or null where none fits. */
  operation: string | null;
  status: number;
  /** Why it was refused, or null. */
  reason: string | null;
  /** What it most likely meant when no operation fits. */
  nearest: { operation: string; method: string; path: string; differs: string[] } | null;
  /** A later request has a higher one. */
  id: number;
  durationMs: number;
  session: string | null;
  /** Of the page that sent it. */
  origin: string | null;
  preflight: boolean;
  /** With `body: 'true'` in the filter. */
  request?: RecordedMessage;
  response?: RecordedMessage;
}

/** Headers and body as they were sent; secrets show as `****`. */
export interface RecordedMessage {
  headers: Record<string, string>;
  body: string | null;
  bodyBytes: number;
  bodyKept: 'whole' | 'cut' | 'none';
  contentType: string | null;
}

/** Which requests are meant: all parts that are given must fit, of objects those members that are named. */
export interface ExpectedRequest {
  operation?: string;
  method?: string;
  path?: string | RegExp;
  status?: number;
  query?: Record<string, string | number | RegExp>;
  /** Names whatever their case. */
  headers?: Record<string, string | RegExp>;
  /** A part of the JSON body, or fields of a form. */
  body?: unknown;
}

/** Requests did not come as expected. The message lists those that came, the nearest first, with what differs. */
export class VerificationError extends Error {}

export interface JournalFilter {
  /** Such as `'404'` or `'4xx'`. */
  status?: string;
  /** An operationId. */
  operation?: string;
  /** ISO 8601 time. */
  since?: string;
  /** Requests that no operation fits. */
  unmatched?: 'true';
  /** Preflights of browsers alone, or none of them. */
  preflight?: 'true' | 'false';
  session?: string;
  /** A word that the request or its answer holds. */
  text?: string;
  /** The newest so many. */
  limit?: string;
  /** Headers and bodies as well. */
  body?: 'true';
}

export interface Mocks {
  /** Where each vendor is served, such as `http://localhost:4011`. */
  readonly urls: Readonly<Record<Vendor, string>>;
  /** Puts seed, clock, limits and faults back and empties the journal; of one vendor, or of all. */
  reset(vendor?: Vendor): Promise<void>;
  /** The latest requests of a vendor, the oldest first, at most 1,000. */
  requests(vendor: Vendor, filter?: JournalFilter): Promise<RecordedRequest[]>;
  /** Where the console is, or null without one. */
  readonly console: string | null;
  /**
   * Verifies that so many requests came that match; default: one. Rejects with {@link VerificationError}.
   *
   * ```ts
   * await mocks.verify('fidcar', { operation: 'createContact', body: { email: 'a@example.org' } }, { times: 2 });
   * ```
   */
  verify(vendor: Vendor, expected: ExpectedRequest, options?: { times?: number }): Promise<void>;
  /** Begins anew with a scenario, at one vendor or at each that has it. Rejects with the names that there are. */
  scenario(name: string, vendor?: Vendor): Promise<void>;
  /** Any other control, such as `control('fidcar', 'POST', '/faults', {status: 503})`; resolves to its answer. */
  control(vendor: Vendor, method: string, path: string, body?: unknown): Promise<unknown>;
  /** Ends the process; resolves when it has ended. */
  stop(): Promise<void>;
}

/** There is no Java, or it is too old. The message says what to do. */
export class JavaMissing extends Error {}

/**
 * Starts the mocks as one process and resolves when all of them answer. Rejects with {@link JavaMissing}, or with what the
 * process said, such as that a port is taken.
 *
 * ```ts
 * const mocks = await start({ vendors: ['fidcar'] });
 * const answer = await fetch(`${mocks.urls.fidcar}/api/local/1325`, { headers: { Authorization: 'fidcar-test-key' } });
 * await mocks.stop();
 * ```
 */
export function start(settings?: Settings): Promise<Mocks>;
