export { asMultipart, asUrlEncoded } from './bodies.js';
export { orThrow, VendorResponseError, VendorTransportError } from './errors.js';
