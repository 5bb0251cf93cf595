curl "API_BASE/v1/questions"
-H "Authorization: $your_api_key"
