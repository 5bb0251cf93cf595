import type { ClientOptions as FetchClientOptions } from 'openapi-fetch';

/** A credential, or a function that is asked for it before each request. */
export type Credential = string | (() => string | Promise<string>);

/** What openapi-fetch takes as well, but for what the client does itself. */
export interface VendorClientOptions
  extends Omit<FetchClientOptions, 'baseUrl' | 'querySerializer' | 'bodySerializer' | 'pathSerializer' | 'Request'> {
  /** Where the vendor is: `servers.mock`, `servers.vendor[0]` or any other address. */
  baseUrl: string;
}

/** Addresses that the contract names. */
export interface Servers {
  /** The mock of Forecourt on this machine. */
  readonly mock: string;
  /** The vendor's own, the first one is production where there is a choice. */
  readonly vendor: readonly string[];
}
