// The token is fetched before the first request that needs one, from the host that belongs to {{host}}.
const CREDENTIALS = { client_id: '{{clientId}}', client_secret: '{{clientSecret}}' };

export default {
  variables: ['clientId', 'clientSecret'],
  url: ({ id }) => (id === 'createToken' ? '{{tokenHost}}' : '{{host}}'),
  headers: ({ id }) => (id === 'createToken' ? {} : { Authorization: 'Bearer {{token}}' }),
  body: ({ id }, value) => (id === 'createToken' ? { ...value, ...CREDENTIALS } : value),
  before(contract) {
    const { servers, body, path } = contract.operations.find(({ id }) => id === 'createToken');
    return `
const tokenHosts = ${JSON.stringify(Object.fromEntries(contract.servers.map((each) => [each, servers[0]])))};
set('tokenHost', tokenHosts[get('host')] ?? get('host'));
if (!get('token') && !url().endsWith('${path}')) {
  const credentials = { client_id: get('clientId'), client_secret: get('clientSecret') };
  const token = await post(get('tokenHost') + '${path}', { ...credentials, ...${JSON.stringify(body.constants)} });
  set('token', token.access_token);
}`;
  },
  after: { createToken: `set('token', answer().access_token);` },
};
