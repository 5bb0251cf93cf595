curl "API_BASE/v1/appointments/{id}"
-H "Authorization: $your_api_key"
