curl "https://www.fidcar.com/api/review/[review_id]"
  -H "Authorization: [api_key]"
