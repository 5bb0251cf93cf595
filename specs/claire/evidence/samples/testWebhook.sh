curl "API_BASE/v1/webhooks/test"
-H "Authorization: $your_api_key"
