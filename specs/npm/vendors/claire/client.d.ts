import type { Client } from 'openapi-fetch';
import type { Credential, VendorClientOptions } from '../lib/shared.js';
import type { paths } from './schema.js';

export interface ClaireClientOptions extends VendorClientOptions {
  /** Key from Claire's menu "Claire API". It goes into the header, where no log shows it. */
  apiKey: Credential;
}

/** A client of Claire. */
export function createClaireClient(options: ClaireClientOptions): Client<paths>;
