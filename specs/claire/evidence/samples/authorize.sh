curl "api_endpoint_here"
-H "Authorization: $your_api_key"
# Alternatively, you can place the api_key as a query parameter:
curl "api_endpoint_here?api_key=$your_api_key"
