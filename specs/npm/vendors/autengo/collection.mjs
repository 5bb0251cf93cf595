// The token of createToken, for what belongs to a user.
export default {
  variables: ['key'],
  headers: ({ security }) => ({
    'X-Api-Key': '{{key}}',
    ...(security.every((each) => each.length > 1) ? { 'X-Authorization': 'Bearer {{token}}' } : {}),
  }),
  after: { createToken: `set('token', answer().token);` },
};
