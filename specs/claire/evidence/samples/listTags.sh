curl "API_BASE/v1/tags"
-H "Authorization: $your_api_key"
