curl "API_BASE/v1/checks?appointment_id=..."
-H "Authorization: $your_api_key"
