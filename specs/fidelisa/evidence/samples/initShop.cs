public Shop InitShop()
{
    String requestUrl = HOST_FIDELISA + "/api/shops/init";
    HttpWebRequest request = (HttpWebRequest)WebRequest.Create(requestUrl);
    request.Method = "POST";
    MakeHeadersRequest(request);
    request.ContentType = "application/json; charset=utf-8";

    Shop shop = new Shop { userMail = shopMail };
    DataContractJsonSerializer ser = new DataContractJsonSerializer(shop.GetType());
    MemoryStream ms = new MemoryStream();
    ser.WriteObject(ms, shop);
    String json = Encoding.UTF8.GetString(ms.ToArray());
    StreamWriter writer = new StreamWriter(request.GetRequestStream());
    writer.Write(json);
    writer.Close();

    using (HttpWebResponse response = request.GetResponse() as HttpWebResponse)
    {
        DataContractJsonSerializer jsonSerializer = new DataContractJsonSerializer(typeof(Shop));
        Object objResponse = jsonSerializer.ReadObject(response.GetResponseStream());
        return objResponse as Shop;
    }

}
