curl "https://www.fidcar.com/api/review?page=1&limit=5"
  -H "Authorization: [api_key]"
