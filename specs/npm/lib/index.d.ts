export type { Credential, Servers, VendorClientOptions } from './shared.js';

/** Writes a body as a form; this is what forms are sent as by default. */
export function asUrlEncoded(body: object): string;

/** Writes a body as multipart/form-data: `client.POST(path, { body, bodySerializer: asMultipart })`. */
export function asMultipart(body: object): FormData;

type Answered<R extends { data?: unknown }> = [Exclude<R['data'], undefined>] extends [never] ? undefined : Exclude<R['data'], undefined>;

/** What a call answered. Throws `VendorResponseError` when the vendor answered with a failure. */
export function orThrow<R extends { data?: unknown; error?: unknown; response: Response }>(call: Promise<R>): Promise<Answered<R>>;

/** The vendor answered, with a failure. */
export class VendorResponseError extends Error {
  readonly vendor: string | undefined;
  readonly operation: string | undefined;
  readonly status: number;
  /** What the vendor said; undefined where it said nothing. Not part of the message, because it may name people. */
  readonly body: unknown;
  readonly response: Response;
}

/** No answer came; `cause` says why. */
export class VendorTransportError extends Error {
  readonly vendor: string;
  readonly operation: string | undefined;
}
