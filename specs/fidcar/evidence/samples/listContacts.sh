curl "https://www.fidcar.com/api/contact?page=1&limit=5"
  -H "Authorization: [api_key]"
