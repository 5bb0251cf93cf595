curl \
--request GET \
--url 'https://api.dev-stage.autengo.com/v3/...' \
--header 'Authorization: JWT eyJhbGc...' \
--header 'X-Api-Key: foobar'
