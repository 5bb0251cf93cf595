curl "API_BASE/v1/webhooks/update"
-H "Authorization: $your_api_key"
