curl \
--request GET \
--url 'https://api.dev-stage.autengo.com/v3/...' \
--header 'Accept-Language: en'
