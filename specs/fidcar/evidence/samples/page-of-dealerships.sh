curl "https://www.fidcar.com/api/local?page=3&limit=5"
  -H "Authorization: [api_key]"
