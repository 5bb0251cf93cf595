curl "API_BASE/v1/webhooks/view?webhook_id=..."
-H "Authorization: $your_api_key"
