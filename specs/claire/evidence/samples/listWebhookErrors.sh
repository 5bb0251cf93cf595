curl "API_BASE/v1/webhooks/list_errors"
-H "Authorization: $your_api_key"
