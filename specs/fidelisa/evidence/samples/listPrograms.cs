public Programs GetPrograms()
{
    String requestUrl = HOST_FIDELISA + "/api/shops/programs";
    HttpWebRequest request = WebRequest.Create(requestUrl) as HttpWebRequest;
    MakeHeadersRequest(request, true);

    using (HttpWebResponse response = request.GetResponse() as HttpWebResponse)
    {
        DataContractJsonSerializer jsonSerializer = new DataContractJsonSerializer(typeof(Programs));
        Object objResponse = jsonSerializer.ReadObject(response.GetResponseStream());
        return objResponse as Programs;
    }
}
