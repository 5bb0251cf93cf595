def make_hearders_request(request, withshop = false)
  jeton = rand(99999999).to_s
  request["FIDELISA_JETON"] = jeton
  request["FIDELISA_PROVIDER"] = @provider
  request["FIDELISA_PROVIDER_KEY"] = sign_request(@provider + jeton, @provider_key )

  if (withshop)
    request["FIDELISA_APIUSER"] = @shop
    request["FIDELISA_APIUSER_KEY"] = sign_request(@shop + jeton, @shop_key )
  end
end
