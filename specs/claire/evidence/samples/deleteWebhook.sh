curl "API_BASE/v1/webhooks/delete?webhook_id=..."
-H "Authorization: $your_api_key"
