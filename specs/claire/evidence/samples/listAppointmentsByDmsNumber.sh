curl "API_BASE/v1/appointments?location_id=...&dms_nr=...&customer_kind=..."
-H "Authorization: $your_api_key"
