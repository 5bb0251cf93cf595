// What README.md shows, as it stands there. Run by NpmPackageTest; a line that fails ends it.
async function application(url) {
  for (let times = 0; times < 2; times++) {
    const body = new URLSearchParams({ firstname: 'Ada', lastname: 'Byron', email: 'a@example.org' });
    await fetch(`${url}/api/local/1325/contact`, { method: 'POST', headers: { Authorization: 'fidcar-test-key' }, body });
  }
}

import { start } from 'forecourt-mocks';

const mocks = await start({ vendors: ['fidcar'] });      // free ports
await mocks.reset();                                     // the seed again, between tests
await application(mocks.urls.fidcar);                    // http://localhost:43211
await mocks.verify('fidcar', { operation: 'createContact', body: { email: 'a@example.org' } }, { times: 2 });
await mocks.requests('fidcar', { status: '4xx' });       // what was refused, and why
await mocks.scenario('no-reviews');                      // also start({ scenario: 'no-reviews' })
await mocks.control('fidcar', 'POST', '/faults', { operation: 'getReview', status: 503, times: 2 });
await mocks.stop();
