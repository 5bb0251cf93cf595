import type { Client } from 'openapi-fetch';
import type { Credential, VendorClientOptions } from '../lib/shared.js';
import type { paths, TokenPost } from './schema.js';

export interface AutengoClientOptions extends VendorClientOptions {
  /** Goes into `X-Api-Key`. */
  apiKey: Credential;
  /** Token of a user, for `X-Authorization`, without the word Bearer. Default: none is sent. */
  token?: Credential;
  /** In place of `token`: for whom tokens are fetched; kept until they expire, and fetched anew after a 401. */
  user?: TokenPost;
}

/** A client of Autengo. Filters and order are objects: `query: { and: { price: ['>=|1000', '<=|9000'] } }`. */
export function createAutengoClient(options: AutengoClientOptions): Client<paths>;
