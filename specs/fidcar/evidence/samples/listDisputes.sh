curl "https://www.fidcar.com/api/dispute?page=1&limit=5"
  -H "Authorization: [api_key]"
