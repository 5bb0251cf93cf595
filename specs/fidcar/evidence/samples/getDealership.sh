curl "https://www.fidcar.com/api/local/[local_id]"
  -H "Authorization: [api_key]"
