public void MakeHeadersRequest(HttpWebRequest request, bool withshop = false)
{
    Random rnd = new Random();
    int jeton = rnd.Next(99999999);
    request.Headers.Add("FIDELISA_JETON", jeton.ToString());
    request.Headers.Add("FIDELISA_PROVIDER", provider);
    request.Headers.Add("FIDELISA_PROVIDER_KEY", SignRequest(provider + jeton, providerKey));
    if (withshop)
    {
        request.Headers.Add("FIDELISA_APIUSER", shop);
        request.Headers.Add("FIDELISA_APIUSER_KEY", SignRequest(shop + jeton, shopKey));
    }
}
