curl "API_BASE/v1/car?vin=..."
-H "Authorization: $your_api_key"
