// Every request is signed, with a token (jeton) of its own. initShop answers what the shop signs with.
const SIGN = `
const base64 = (text) => CryptoJS.enc.Base64.stringify(CryptoJS.enc.Utf8.parse(text));
const sign = (code, jeton, key) => base64(CryptoJS.HmacSHA1(base64(code + jeton), key).toString());
const jeton = CryptoJS.lib.WordArray.random(12).toString();
header('FIDELISA_JETON', jeton);
header('FIDELISA_PROVIDER', get('provider'));
header('FIDELISA_PROVIDER_KEY', sign(get('provider'), jeton, get('providerKey')));
if (get('shop')) {
  header('FIDELISA_APIUSER', get('shop'));
  header('FIDELISA_APIUSER_KEY', sign(get('shop'), jeton, get('shopKey')));
}`;

export default {
  variables: ['provider', 'providerKey'],
  headers: () => ({}),
  before: SIGN,
  // the vendor's sample puts the end of the card into the past
  ends: ({ id }) => id === 'updateCardExpiry',
  after: {
    initShop: `
set('shop', answer().uuid);
set('shopKey', answer().key);`,
  },
};
