import type { Client } from 'openapi-fetch';
import type { VendorClientOptions } from '../lib/shared.js';
import type { paths } from './schema.js';

/** Who signs: the code that the vendor gave, and the key that came with it. */
export interface Signer {
  code: string;
  key: string;
}

export interface FidelisaClientOptions extends VendorClientOptions {
  /** The maker of the software that calls. */
  provider: Signer | (() => Signer | Promise<Signer>);
  /** The shop: `uuid` and `key` of the answer of `POST /api/shops/init`. Needed for what belongs to a shop. */
  shop?: Signer | (() => Signer | Promise<Signer>);
}

/** A client of Fidelisa. It signs each request by WebCrypto, with a new token (jeton) each time. */
export function createFidelisaClient(options: FidelisaClientOptions): Client<paths>;

/** The signature of a code and a token (jeton) under a key, as the headers `FIDELISA_…_KEY` hold it. */
export function sign(code: string, jeton: string, secret: string): Promise<string>;
