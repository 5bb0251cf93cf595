import type { Client } from 'openapi-fetch';
import type { Credential, VendorClientOptions } from '../lib/shared.js';
import type { paths } from './schema.js';

interface WithCredentials extends VendorClientOptions {
  /** From Autochat, once an agreement is signed. */
  clientId: Credential;
  /** Came with the client id. Keep it on your server: whoever opens a page can read what the page knows. */
  clientSecret: Credential;
  token?: undefined;
}

interface WithToken extends VendorClientOptions {
  /** A token that your server fetched. */
  token: Credential;
  clientId?: undefined;
  clientSecret?: undefined;
}

export type AutochatClientOptions = WithCredentials | WithToken;

/**
 * A client of Autochat. It fetches its token when it first needs one, keeps it until shortly before it expires, and fetches another one
 * after a 401. With a base URL of the vendor's, tokens come from the host that the contract names for them; else from the base URL.
 */
export function createAutochatClient(options: AutochatClientOptions): Client<paths>;
