curl "API_BASE/v1/webhooks/list_triggers"
-H "Authorization: $your_api_key"
