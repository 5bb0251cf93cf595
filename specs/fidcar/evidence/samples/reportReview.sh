curl "https://www.fidcar.com/api/review/[review_id]/report"
  -H "Authorization: [api_key]"
  -F message="The review is problematic"
