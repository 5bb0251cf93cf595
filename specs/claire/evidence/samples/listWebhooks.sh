curl "API_BASE/v1/webhooks/list"
-H "Authorization: $your_api_key"
