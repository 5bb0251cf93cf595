curl "API_BASE/v1/appointments/list"
-H "Authorization: $your_api_key"
