// Writes the pact files of this folder with the real library, pact-js. Run by hand where its result is wanted; no test runs it:
//
//   npm install @pact-foundation/pact@16.5.0     (in an empty folder, with this file in it)
//   node write-pacts.mjs OUTPUT-FOLDER
//
// Descriptions begin with the verdict that is right: "right:", "pending:", or "wrong <rule>:".
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pact from '@pact-foundation/pact';
import core from '@pact-foundation/pact-core';

const { PactV3, PactV4, MatchersV3: M, SpecificationVersion } = pact;
const { makeConsumerPact } = core;
const dir = process.argv[2] ?? 'written';
const KEY = M.regex('\\S+', 'a-key');
const JSON_TYPE = M.regex('application/json(;.*)?', 'application/json');
const raw = (type, value, more = {}) => ({ 'pact:matcher:type': type, value, ...more });

const send = (server, method, path, headers, body) =>
  fetch(server.url + path, { method, headers: { Authorization: 'a-key', ...headers }, body });

function v4(name, provider) {
  const file = `pact-js-${name}-${provider}`;
  rmSync(join(dir, `${file}.json`), { force: true });
  return new PactV4({ dir, consumer: `pact-js-${name}`, provider, spec: SpecificationVersion.SPECIFICATION_VERSION_V4, logLevel: 'error' });
}

// FIDCAR, version 4 of the specification
const fidcar = () => fidcarPact.addInteraction();
const fidcarPact = v4('v4', 'fidcar');

async function get(name, state, path, answer, { query = {}, status = 200, prepare = (i) => i, headers = {}, sent } = {}) {
  const text = new URLSearchParams(Object.entries(sent ?? query)).toString();
  await prepare(fidcar())
    .given(...state)
    .uponReceiving(name)
    .withRequest('GET', path, (b) => b.query(query).headers({ Authorization: KEY }))
    .willRespondWith(status, (b) => answer(b.headers({ 'Content-Type': JSON_TYPE, ...headers })))
    .executeTest((server) => send(server, 'GET', (path.value ?? path) + (text ? `?${text}` : '')));
}

await get('right: matchers of every kind', ['dealership 1325 exists'], '/api/local/1325', (b) =>
  b.jsonBody({
    id: M.integer(1325),
    title: M.string('Garage'),
    code: M.regex('[A-Z0-9]+', 'DCUZ1123'),
    city: raw('notEmpty', 'Villerain'),
    country: M.equal('FR'),
    reviews: M.integer(231),
    url: M.includes('https://'),
    brands: M.atLeastLike('BMW', 1),
    bridge: { title: M.like("i'Car Systems"), params: M.eachKeyMatches({ code_dealer: '1268' }, M.regex('[a-z_]+', 'code_dealer')) },
  }));
await get('right: a page with bounds', ['several dealerships exist'], '/api/local', (b) =>
  b.jsonBody({ page: M.integer(1), limit: M.integer(5), total: M.integer(40), data: M.constrainedArrayLike({ id: M.integer(1325) }, 1, 5) }),
  { query: { page: M.regex('[1-9]', '1'), limit: M.regex('[1-9]', '5') }, sent: { page: 1, limit: 5 } });
await get('right: one of a list', ['several dealerships exist'], '/api/local', (b) =>
  b.jsonBody({ data: M.arrayContaining({ id: M.equal(1325) }) }));
await get('right: times in the form of the vendor', ['review d57c6ec6 of dealership 1325 exists'], '/api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9', (b) =>
  b.jsonBody({ id: M.uuid('d57c6ec6-4ebd-4a01-a6fd-9771638424c9'), datetime: M.datetime('yyyy-MM-dd HH:mm:ss', '2017-10-10 18:00:30'), grade: M.integer(10) }));
await get('right: values of a map', ['review d57c6ec6 of dealership 1325 exists'], '/api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9', (b) =>
  b.jsonBody({ survey: M.eachValueMatches({ q1: 5 }, M.integer(5)) }));
await get('right: a status of a few', ['dealership 999999 does not exist'], '/api/local/999999', (b) => b, { status: M.matchStatus(404, [404]) });
await get('right: an id from the state', ['a dealership exists', { id: 1325 }], M.fromProviderState('/api/local/${id}', '/api/local/1'), (b) =>
  b.jsonBody({ id: M.fromProviderState('${id}', 1), title: M.string('Garage') }));
await get('right: a query from the state', ['a dealership exists', { id: 1325 }], '/api/review', (b) =>
  b.jsonBody({ data: M.eachLike({ id: M.string('d57c6ec6') }) }),
  { query: { local: M.fromProviderState('${id}', '1') }, sent: { local: 1 } });
await get('right: a charset in the type', ['dealership 1325 exists'], '/api/local/1325', (b) =>
  b.headers({ 'Content-Type': 'application/json; charset=utf-8' }).jsonBody({ id: M.integer(1325) }));
await get('right: comments and references', ['dispute 4012 exists'], '/api/dispute/4012', (b) =>
  b.jsonBody({ urgent: M.boolean(true), createdAt: M.datetime("yyyy-MM-dd'T'HH:mm:ssXXX", '2019-05-24T15:26:37+02:00') }),
  { prepare: (i) => i.comment('asked for by the workshop').testName('a dispute').reference('OpenAPI', 'operationId', 'getDispute') });
await get('pending: a member that the vendor will have', ['dealership 1325 exists'], '/api/local/1325', (b) =>
  b.jsonBody({ openingHours: M.string('8-18') }), { prepare: (i) => i.pending(true) });

await get('wrong response.body.unknown: a member that is not there', ['dealership 1325 exists'], '/api/local/1325', (b) => b.jsonBody({ name: 'Garage' }));
await get('wrong matcher.looser: a type in place of a time', ['review d57c6ec6 of dealership 1325 exists'], '/api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9', (b) =>
  b.jsonBody({ datetime: M.like('2017-10-10 18:00:30') }));
await get('wrong matcher.looser: keys of an object that is closed', ['dealership 1325 exists'], '/api/local/1325', (b) =>
  b.jsonBody({ bridge: M.eachKeyMatches({ code: 'icar' }, M.regex('[a-z]+', 'code')) }));
await get('wrong matcher.looser: values of a map of numbers', ['review d57c6ec6 of dealership 1325 exists'], '/api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9', (b) =>
  b.jsonBody({ survey: M.eachValueMatches({ q1: 5 }, M.nullValue()) }));
await get('wrong matcher.looser: one of a list by another type', ['several dealerships exist'], '/api/local', (b) =>
  b.jsonBody({ data: M.arrayContaining({ id: M.decimal(1325) }) }));
await get('wrong matcher.looser: a class of statuses', ['dealership 999999 does not exist'], '/api/local/999999', (b) => b, { status: M.matchStatus(404, 'clientError') });
await get('wrong matcher.looser: a number in place of a whole one', ['dealership 1325 exists'], '/api/local/1325', (b) => b.jsonBody({ reviews: M.number(231) }));
await get('wrong matcher.looser: a pattern that takes page 0', ['several dealerships exist'], '/api/local', (b) => b.jsonBody({ page: M.integer(1) }), {
  query: { page: M.regex('\\d', '1') }, sent: { page: 1 } });
await get('wrong stub.body: a version in place of a name', ['dealership 1325 exists'], '/api/local/1325', (b) => b.jsonBody({ title: raw('semver', '1.2.3') }));
await get('wrong request.query.unknown: a parameter of nobody', ['several dealerships exist'], '/api/local', (b) => b.jsonBody({ page: M.integer(1) }), { query: { size: '5' } });
await get('wrong stub.status: an id that no state gives', ['somebody knows a dealership'], M.fromProviderState('/api/local/${nobody}', '/api/local/1'), (b) =>
  b.jsonBody({ id: M.integer(1) }));
await get('wrong request.path: values that lead elsewhere', ['a dealership exists', { id: 1325 }], M.fromProviderState('/api/garage/${id}', '/api/garage/1'), (b) =>
  b.jsonBody({ id: M.integer(1) }));

// forms and other bodies, by the core that pact-python, PactNet and the others are built on: same calls, same files
const corePact = makeConsumerPact('pact-ffi-v4', 'fidcar', SpecificationVersion.SPECIFICATION_VERSION_V4);
rmSync(join(dir, 'pact-ffi-v4-fidcar.json'), { force: true });
const ANSWER = '/api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9/answer';
const REVIEW = JSON.stringify({ id: raw('type', 'd57c6ec6') });
function post(name, type, body, answer = (i) => i.withResponseBody(REVIEW, 'application/json')) {
  const interaction = corePact.newInteraction(name);
  interaction.given('review d57c6ec6 of dealership 1325 exists');
  interaction.withRequest('POST', ANSWER);
  interaction.withRequestHeader('Authorization', 0, 'a-key');
  interaction.withRequestBody(body, type);
  interaction.withStatus(200);
  answer(interaction);
}
const multipart = (field, text) => `--forecourt\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n--forecourt--\r\n`;
post('right: a form', 'application/x-www-form-urlencoded', 'content=Merci+beaucoup');
post('right: a form of parts', 'multipart/form-data; boundary=forecourt', multipart('content', 'Merci'));
post('wrong request.body.unknown: a field that the form has not', 'application/x-www-form-urlencoded', 'content=Merci&colour=red');
post('wrong request.body: parts without the field', 'multipart/form-data; boundary=forecourt', multipart('contents', 'Merci'));
post('wrong request.body.type: a form as text', 'text/plain', 'Merci');
post('wrong response.body.type: text in place of JSON', 'application/x-www-form-urlencoded', 'content=Merci', (i) => i.withResponseBody('kept', 'text/plain'));
post('wrong response.body.type: bytes in place of JSON', 'application/x-www-form-urlencoded', 'content=Merci', (i) =>
  i.withResponseBinaryBody(Buffer.from([0, 255, 1, 254]), 'application/octet-stream'));
corePact.writePactFile(dir, false);

// Autochat: JSON in requests, with generators
const autochatPact = v4('v4', 'autochat');
const nameless = { dealershipId: 'd', internalId: 'i-1', brand: 'bmw', images: [] };
const car = { ...nameless, model: 'x6' };
async function createCar(name, fields) {
  const plain = M.reify(fields);
  await autochatPact.addInteraction()
    .given('the stock integration of every dealership is on')
    .uponReceiving(name)
    .withRequest('POST', '/api/cars', (b) => b.headers({ Authorization: M.regex('Bearer .+', 'Bearer x'), 'Content-Type': 'application/json' }).jsonBody(fields))
    .willRespondWith(200, (b) => b)
    .executeTest((server) => send(server, 'POST', '/api/cars', { Authorization: 'Bearer x', 'Content-Type': 'application/json' }, JSON.stringify(plain)));
}
await createCar('right: a car', car);
await createCar('right: a car of today', { ...car, dateOfFirstRegistration: raw('date', '2022-09-16', { format: 'yyyy-MM-dd', 'pact:generator:type': 'Date' }) });
await createCar('right: numbers and texts by chance', {
  ...car, internalId: raw('regex', 'SEB-1', { regex: 'SEB-\\d{1,5}', 'pact:generator:type': 'Regex' }), engineKw: raw('equality', 74, { 'pact:generator:type': 'RandomInt', min: 1, max: 400 }),
  salesPrice: M.decimal(15944.63), isTaxDeductible: M.boolean(true), mileageUnit: M.equal('KM') });
await createCar('wrong matcher.looser: a whole number for one that is not below 0', { ...car, engineKw: M.integer(74) });
await createCar('wrong request.body: a car without a model', nameless);
await createCar('wrong generator.value: numbers below the least', { ...car, engineKw: raw('equality', 74, { 'pact:generator:type': 'RandomInt', min: -5, max: 400 }) });
await createCar('wrong generator.value: a date in the form of a country', { ...car, dateOfFirstRegistration: raw('equality', '2022-09-16', { format: 'dd.MM.yyyy', 'pact:generator:type': 'Date' }) });

// Claire: messages
const clairePact = v4('v4', 'claire');
const event = { appointment_id: M.integer(4711823), dealer_id: M.integer(57), dealer_location_id: M.integer(312), wo_nr: M.string('WO-88213') };
const message = (name, content) =>
  clairePact.addAsynchronousInteraction()
    .given('appointment 4711823 exists')
    .reference('OpenAPI', 'operationId', 'notifyWebhook')
    .expectsToReceive(name, (b) => b.withMetadata({ contentType: 'application/json' }).withJSONContent(content))
    .executeTest(async () => {});
await message('right: a check was created', event);
await message('wrong response.body: a text in place of a number', { ...event, dealer_id: 'fifty-seven' });
await clairePact.addSynchronousInteraction('wrong interaction.kind: question and answer')
  .withRequest((b) => b.withJSONContent({ question: 1 }))
  .withResponse((b) => b.withJSONContent({ answer: 2 }))
  .executeTest(async () => {});

// version 3 and 2 of the specification
for (const [name, spec] of [['v3', SpecificationVersion.SPECIFICATION_VERSION_V3], ['v2', SpecificationVersion.SPECIFICATION_VERSION_V2]]) {
  rmSync(join(dir, `pact-js-${name}-fidcar.json`), { force: true });
  const older = new PactV3({ dir, consumer: `pact-js-${name}`, provider: 'fidcar', spec, logLevel: 'error' });
  const ask = async (title, path, body, query = {}) => {
    older
      .given('dealership 1325 exists')
      .uponReceiving(title)
      .withRequest({ method: 'GET', path, query, headers: { Authorization: KEY } })
      .willRespondWith({ status: 200, headers: { 'Content-Type': 'application/json' }, body });
    const text = new URLSearchParams(query).toString();
    await older.executeTest((server) => send(server, 'GET', path + (text ? `?${text}` : '')));
  };
  await ask('right: one dealership', '/api/local/1325', { id: M.like(1325), title: M.like('Garage'), code: M.regex('[A-Z0-9]+', 'DCUZ1123') });
  await ask('right: a page', '/api/local', { data: M.eachLike({ id: M.like(1325) }) }, { page: '1', limit: '5' });
  await ask('wrong response.body: a text in place of a number', '/api/local/1325', { id: M.like('1325') });
  await ask('wrong request.query.unknown: a parameter of nobody', '/api/local', { page: M.like(1) }, { size: '5' });
}
