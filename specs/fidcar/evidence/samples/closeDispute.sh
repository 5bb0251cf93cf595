POST "https://www.fidcar.com/api/dispute/[dispute_id]/close"
  -H "Authorization: [api_key]"
