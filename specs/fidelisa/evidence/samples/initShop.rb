def init_shop
  http = Net::HTTP.new(@uri.host, @uri.port)
  http.use_ssl = true

  request = Net::HTTP::Post.new("/api/shops/init")
  request['Content-Type'] = 'application/json'
  make_hearders_request(request, false)
  request.body = ({ :shop => { "user_email" => @shop_mail } }).to_json
  response = http.request(request)
  body = JSON.parse(response.body)
end
