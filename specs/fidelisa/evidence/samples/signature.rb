def sign_request(request, secret_key)
  #encode base 64
  policy = Base64.strict_encode64(request)

  # Sign policy with secret key
  digest = OpenSSL::Digest.new('sha1')
  hmac=OpenSSL::HMAC.hexdigest(digest, secret_key, policy)

  # encode base 64
  signature = Base64.strict_encode64(hmac)
  signature
end
