curl "https://www.fidcar.com/api/dispute/[dispute_id]"
  -H "Authorization: [api_key]"
