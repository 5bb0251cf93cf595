curl "API_BASE/v1/locations"
-H "Authorization: $your_api_key"
