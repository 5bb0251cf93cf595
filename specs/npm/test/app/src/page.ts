// In a browser: signs by its WebCrypto, and calls the mock from another origin. The page then says how it went.
import { orThrow } from 'forecourt-specs';
import { createFidcarClient } from 'forecourt-specs/fidcar';
import { createFidelisaClient, sign } from 'forecourt-specs/fidelisa';

declare const MOCKS: Record<string, string>;

async function run(): Promise<string> {
  const signature = await sign('PROVIDER', '12345678', 'SECRET');
  const fidelisa = createFidelisaClient({ baseUrl: MOCKS['fidelisa']!, provider: { code: 'FORECOURT', key: 'provider-test-key' } });
  const fidcar = createFidcarClient({ baseUrl: MOCKS['fidcar']!, apiKey: 'fidcar-test-key' });
  const { shops } = await orThrow(fidelisa.GET('/api/shops'));
  const created = await orThrow(
    fidcar.POST('/api/local/{local_id}/contact', { params: { path: { local_id: 1325 } }, body: { firstname: 'A', lastname: 'B', email: 'c@example.org' } }),
  );
  return `signature ${signature}, ${shops.length > 0 ? 'some' : 'no'} shops, contact ${created.user?.firstname}`;
}

run().then(
  (told) => (document.body.textContent = told),
  (error: unknown) => (document.body.textContent = `failed: ${String(error)}`),
);
