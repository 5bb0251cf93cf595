curl "https://www.fidcar.com/api/local/[local_id]/contact?page=1&limit=5"
  -H "Authorization: [api_key]"
