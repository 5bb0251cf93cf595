private string SignRequest(string request, string secretKey)
{
    // encode base 64
    string policy = System.Convert.ToBase64String(System.Text.ASCIIEncoding.ASCII.GetBytes(request));
    // hmac-sha1 with secretKey
    var digest = new HMACSHA1(System.Text.ASCIIEncoding.ASCII.GetBytes(secretKey));
    digest.Initialize();
    var tmp = BitConverter.ToString(digest.ComputeHash(Encoding.ASCII.GetBytes(policy)));
    // remove "-" and downcase
    var hmac = tmp.Replace("-", "").ToLower();
    // encode base64
    string signature = System.Convert.ToBase64String(System.Text.ASCIIEncoding.ASCII.GetBytes(hmac));
    return signature;
}
