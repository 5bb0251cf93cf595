import type { Client } from 'openapi-fetch';
import type { Credential, VendorClientOptions } from '../lib/shared.js';
import type { paths } from './schema.js';

export interface FidcarClientOptions extends VendorClientOptions {
  /** Key of the account, from FIDCAR's tools page. */
  apiKey: Credential;
}

/** A client of FIDCAR. Bodies are forms, and are written so. */
export function createFidcarClient(options: FidcarClientOptions): Client<paths>;
