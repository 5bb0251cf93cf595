# With shell, you can just pass the correct header with each request
curl "https://www.fidcar.com/api/"
  -H "Authorization: [api_key]"
