curl "https://www.fidcar.com/api/review/[review_id]/answer"
  -H "Authorization: [api_key]"
  -F content="Your answer."
