curl "https://www.fidcar.com/api/local?page=1&limit=5&bridge=icar"
  -H "Authorization: [api_key]"
