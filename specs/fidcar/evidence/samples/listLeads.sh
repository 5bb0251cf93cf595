curl "https://www.fidcar.com/api/local/[local_id]/lead?page=1&limit=5"
  -H "Authorization: [api_key]"
