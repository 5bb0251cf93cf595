curl "API_BASE/v1/webhooks/create"
-H "Authorization: $your_api_key"
