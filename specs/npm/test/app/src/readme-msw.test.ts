// What README.md shows, as it stands there.
import assert from 'node:assert/strict';
import { setupServer } from 'msw/node';
import { fidcarHandlers } from 'forecourt-specs/fidcar/msw';

const server = setupServer(...fidcarHandlers({ answers: { getReview: 404, listContacts: 'noMatch' } }));

server.listen();
const answer = await fetch('https://www.fidcar.com/api/review/42', { headers: { Authorization: 'k' } });
server.close();
assert.equal(answer.status, 404);
