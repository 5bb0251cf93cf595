curl "API_BASE/v1/appointments/import"
-H "Authorization: $your_api_key"
